import { workflowOf, type Workflow } from '../canvas';
import { type ErpPart, type ErpParts, setting, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { BEFORE, keepFailures, notRead, RETRY_DAYS, whenReplayed } from '../failures';
import { everyMinutes, extensiv, ifTrue, manualTrigger, setFields, toChoose } from '../steps/n8nSteps';
import { startAndSettings } from '../startAndSettings';

/** How far back a run reads: further than a failure is tried again. */
const HOURS = 24 * (RETRY_DAYS + 1);

/** Flow 5: the ERP learns the status of its orders. */
export function statusesBack(erp: ErpParts, statuses: ErpPart): Workflow {
	const title = `Extensiv order statuses to ${erp.title}`;
	return workflowOf(
		title,
		'Reads the orders that changed in Extensiv Order Manager, and gives their status to the ERP. Each run reads the last hours ' +
			'again, so that nothing is lost if a run fails; a status that the ERP has already changes nothing.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'*Orders that changed*: choose your credential and the sales channel of the ERP’s orders.',
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			startAndSettings(
				[manualTrigger(), everyMinutes(10, 'Every 10 minutes'), whenReplayed],
				[...settingsOf(erp, statuses), { name: 'hours', value: HOURS }],
				'**Settings**: *hours* is how far back each run reads. More than the longest time for which this may stand still, ' +
					`and not less than ${HOURS}: failures are tried again for ${RETRY_DAYS} days.`,
			),
			{
				title: 'Read Extensiv',
				note: '*status* is the service’s own word, *lifecycle* one of few: unresolved, awaitingPayment, pending, onHold, fulfilled, cancelled, external. *Not read*: orders that Extensiv gives in a way that cannot be read.',
				steps: [changed, notRead],
				links: [{ from: changed.name, output: 1, to: notRead.name }],
				lanes: { [notRead.name]: 1 },
				exit: { step: changed.name },
			},
			{ title: `Write to ${erp.title}`, ...statuses },
			{
				title: 'See the results',
				note: '**Upper branch**: written now, or known already. **Lower branch**: orders whose status the ERP could not take, and why.',
				steps: [
					ifTrue('Written?', "={{ $json.outcome !== 'failed' }}"),
					setFields('Status in the ERP', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'status', value: '={{ $json.status }}' },
						{ name: 'outcome', value: '={{ $json.outcome }}' },
					]),
					setFields('Not written', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'status', value: '={{ $json.status }}' },
						{ name: 'reason', value: '={{ $json.problem }}' },
					]),
				],
				links: [
					{ from: 'Written?', to: 'Status in the ERP' },
					{ from: 'Written?', output: 1, to: 'Not written' },
				],
			},
			keepFailures([{ from: 'Status in the ERP' }, { from: 'Not written' }, { from: notRead.name }], {
				files: ['unread.js'],
				code: `	const { results, failures, ok } = takeUnread($input.all().map(({ json }) => json));
	const failed = results.filter(({ reason }) => reason !== undefined);
	return {
		failures: [
			...failures,
			...failed.map(({ orderNumber, reason, ...item }) => ({
				key: String(orderNumber),
				reason,
				remedy: 'Mend it in the ERP or in Extensiv. The next run writes the status again.',
				item: { orderNumber, ...item },
			})),
		],
		ok: [...ok, ...results.filter(({ outcome }) => outcome !== undefined).map(({ orderNumber }) => String(orderNumber))],
		others: 'kept',
	};`,
			}),
		],
		IDLE,
	);
}

const changed = extensiv(
	'Orders that changed',
	'Orders',
	{
		resource: 'order',
		operation: 'getAll',
		returnAll: true,
		output: 'fields',
		fields: ['orderId', 'orderNumber', 'status', 'lifecycle'],
		filters: {
			modifiedFrom: `={{ $now.minus({ hours: ${setting('hours')} }).toISO() }}`,
			salesChannel: toChoose,
		},
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);
