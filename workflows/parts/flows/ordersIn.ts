import { workflowOf, type Workflow } from '../canvas';
import { type ErpPart, type ErpParts, setting, settingsOf } from '../erp';
import { everyMinutes, extensiv, ifTrue, manualTrigger, setFields, toChoose } from '../n8nSteps';
import { IDLE } from '../executions';

/** Flow 1: the ERP's orders become orders in Extensiv. */
export function ordersIn(erp: ErpParts, orders: ErpPart): Workflow {
	return workflowOf(
		`${erp.title} orders to Extensiv`,
		'Reads the orders that the ERP wants shipped, and creates them in Extensiv Order Manager. Run it as often as you ' +
			'like: existing orders are returned, never created twice. Each order ends up as created, existing or refused.\n\n' +
			`**Before the first run**\n${[
				...erp.before,
				'*Create orders in Extensiv*: choose your credential and the sales channel.',
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			{
				title: 'Start and settings',
				note: '**Start** runs it by hand; **Every 5 minutes** runs it once the workflow is active. What you set once is in **Settings**.',
				steps: [manualTrigger(), everyMinutes(5, 'Every 5 minutes'), setFields('Settings', settingsOf(erp, orders))],
				links: [
					{ from: 'Start', to: 'Settings' },
					{ from: 'Every 5 minutes', to: 'Settings' },
				],
				entry: 'Start',
				exit: { step: 'Settings' },
			},
			{ title: `Read the orders from ${erp.title}`, ...orders },
			{
				title: 'Create the orders',
				note:
					'All lines with the same order number become **one order**. All orders go to Extensiv in a few large requests.\n\n' +
					'The order date counts as the payment date, so that orders are ready to ship. If yours are not paid yet, clear *Payment Date*.',
				steps: [create],
			},
			{
				title: 'See the results',
				note:
					'**Upper branch**: created now, or existing. *Needs a look*: orders that Extensiv will not ship yet, and why.\n\n' +
					'**Lower branch**: orders that were refused, each with the reason and what to do.',
				steps: [
					ifTrue('Will it ship?', '={{ !$json.needsAttention }}'),
					setFields('Done', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'outcome', value: '={{ $json.outcome }}' },
					]),
					setFields('Needs a look', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'status', value: '={{ $json.status }}' },
						{ name: 'attention', value: '={{ $json.attention }}' },
					]),
					setFields('Refused orders', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'erpId', value: '={{ $json.erpId }}' },
						{ name: 'reason', value: '={{ $json.error }}' },
						{ name: 'whatToDo', value: '={{ $json.message }}' },
					]),
				],
				links: [
					{ from: create.name, output: 1, to: 'Refused orders' },
					{ from: 'Will it ship?', to: 'Done' },
					{ from: 'Will it ship?', output: 1, to: 'Needs a look' },
				],
			},
		],
		IDLE,
	);
}

const create = extensiv(
	'Create orders in Extensiv',
	'Orders',
	{
		resource: 'order',
		operation: 'create',
		inputMode: 'orderLine',
		salesChannel: toChoose,
		orderNumber: '={{ $json.orderNumber }}',
		recipientName: '={{ $json.recipientName }}',
		street1: '={{ $json.street1 }}',
		city: '={{ $json.city }}',
		state: '={{ $json.state }}',
		postalCode: '={{ $json.postalCode }}',
		country: '={{ $json.country }}',
		linesFrom: 'form',
		lines: {
			line: [
				{
					sku: '={{ $json.sku }}',
					name: '={{ $json.productName }}',
					quantity: '={{ $json.quantity }}',
					unitPrice: '={{ $json.unitPrice }}',
					discount: '={{ $json.discount }}',
				},
			],
		},
		additionalFields: {
			company: '={{ $json.company }}',
			currency: `={{ $json.currency || ${setting('currency')} }}`,
			email: '={{ $json.email }}',
			orderDate: '={{ $json.orderDate }}',
			paymentDate: '={{ $json.orderDate }}',
			phone: '={{ $json.phone }}',
			receiveByDate: '={{ $json.requiredDate }}',
			requestedShipping: '={{ $json.shippingService }}',
			shippingCost: '={{ $json.shippingCost }}',
			street2: '={{ $json.street2 }}',
		},
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);
