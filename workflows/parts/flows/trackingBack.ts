import { workflowOf, type Workflow } from '../canvas';
import { type ErpPart, type ErpParts, setting, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { BEFORE, keepFailures, notRead, RETRY_DAYS, whenReplayed } from '../failures';
import { everyMinutes, extensiv, ifTrue, manualTrigger, setFields, toChoose } from '../steps/n8nSteps';
import { startAndSettings, startedBy } from '../startAndSettings';

/** Flow 2: what Extensiv has shipped becomes shipped in the ERP, with tracking numbers. */
export function trackingBack(erp: ErpParts, parcels: ErpPart): Workflow {
	const title = `Extensiv shipments to ${erp.title}`;
	return workflowOf(
		title,
		'Reads the parcels of the last days from Extensiv Order Manager, and tells the ERP: its shipments become done there, ' +
			'with carrier and tracking number. It looks at the same days again and again, and only does what the ERP does not have yet. ' +
			'So nothing is lost when a run is interrupted, and nothing is noted twice.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'*Read the parcels*: choose your credential and, under *Filters*, the sales channel of the orders that came from the ERP.',
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			startAndSettings(
				[manualTrigger(), everyMinutes(5, 'Every 5 minutes'), whenReplayed],
				[{ name: 'parcelDays', value: RETRY_DAYS + 1 }, ...settingsOf(erp, parcels)],
				`${startedBy('Every 5 minutes')} What you set once is in **Settings**.`,
			),
			{
				title: 'Read the parcels',
				note:
					'All parcels that Extensiv recorded in the last **parcelDays** days. If the workflow was off for longer, set more days once. Fewer than ' +
					`${RETRY_DAYS + 1} would leave out parcels that are still tried again.` +
					'\n\n' +
					'Returns and voided parcels are left out: take those back in the ERP by hand. *Not read*: ' +
					'parcels that Extensiv gives in a way that cannot be read.',
				steps: [readParcels, ifTrue(ON_ITS_WAY, IS_ON_ITS_WAY), parcelItems, notRead],
				links: [
					{ from: readParcels.name, to: ON_ITS_WAY },
					{ from: readParcels.name, output: 1, to: notRead.name },
					{ from: ON_ITS_WAY, to: parcelItems.name },
				],
				lanes: { [notRead.name]: 1 },
				exit: { step: parcelItems.name },
			},
			{ title: `Tell ${erp.title}`, ...parcels },
			{
				title: 'See the results',
				note:
					'**Upper branch**: parcels that the ERP has, since now (*done*) or before (*alreadyDone*).\n\n' +
					'**Lower branch**: parcels that the ERP does not have, each with the reason and what to do. The next run tries them again.',
				steps: [
					ifTrue('Does the ERP have it?', "={{ $json.outcome !== 'failed' }}"),
					setFields('Parcels in the ERP', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'trackingNumber', value: '={{ $json.trackingNumber }}' },
						{ name: 'outcome', value: '={{ $json.outcome }}' },
					]),
					setFields('Parcels that failed', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'trackingNumber', value: '={{ $json.trackingNumber }}' },
						{ name: 'reason', value: '={{ $json.problem }}' },
					]),
				],
				links: [
					{ from: 'Does the ERP have it?', to: 'Parcels in the ERP' },
					{ from: 'Does the ERP have it?', output: 1, to: 'Parcels that failed' },
				],
			},
			keepFailures([{ from: 'Parcels in the ERP' }, { from: 'Parcels that failed' }, { from: notRead.name }], {
				files: ['unread.js'],
				code: `	const { results, failures, ok } = takeUnread($input.all().map(({ json }) => json));
	const keyOf = ({ orderNumber, trackingNumber }) => [orderNumber, trackingNumber].filter(Boolean).join(' ');
	return {
		failures: [
			...failures,
			...results.filter(({ reason }) => reason !== undefined).map(({ reason, ...item }) => ({
				key: keyOf(item),
				reason,
				remedy: 'Do what the reason says. The next run passes the parcel on again.',
				item,
			})),
		],
		ok: [...ok, ...results.filter(({ outcome }) => outcome !== undefined).map(keyOf)],
		others: 'kept',
	};`,
			}),
		],
		IDLE,
	);
}

const ON_ITS_WAY = 'On its way to the buyer?';
const IS_ON_ITS_WAY = "={{ $json.type !== 'RETURN' && $json.deliveryStatus !== 'VOIDED' }}";

const readParcels = extensiv(
	'Read the parcels',
	'Shipments',
	{
		resource: 'shipment',
		operation: 'getAll',
		dateField: 'created',
		from: `={{ $now.minus({ days: ${setting('parcelDays')} }).toISO() }}`,
		returnAll: true,
		filters: { salesChannel: toChoose },
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

const parcelItems = setFields('One item for each parcel', [
	{ name: 'shipmentId', value: '={{ $json.shipmentId }}' },
	{ name: 'orderId', value: '={{ $json.orderId }}' },
	{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
	{ name: 'carrier', value: '={{ $json.carrier }}' },
	{ name: 'service', value: '={{ $json.service }}' },
	{ name: 'trackingNumber', value: '={{ $json.trackingNumber }}' },
	{ name: 'shipDate', value: '={{ $json.shipDate }}' },
]);
