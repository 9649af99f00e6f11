import { byId, DIRECT } from '../../support/parameters';
import { httpRequest, ourNode, type Parameters, sequence } from '../n8n/workflow';
import type { Contender, Sample } from '../row';
import { sized, type Stage } from '../stage';

export const LINES_PER_ORDER = 3;
const PATH = '/v1/order';
/** Numbers of one length, as shops count: the service takes a number for the beginning of longer ones. */
const FIRST = 10_000;

/** Twelve fields, each dragged from the incoming item. */
const OURS: Parameters = {
	resource: 'order',
	operation: 'create',
	inputMode: 'orderLine',
	salesChannel: byId(DIRECT),
	orderNumber: '={{ $json.no }}',
	recipientName: '={{ $json.name }}',
	street1: '={{ $json.street }}',
	city: '={{ $json.city }}',
	state: '={{ $json.state }}',
	postalCode: '={{ $json.zip }}',
	country: '={{ $json.country }}',
	lines: {
		line: [{ sku: '={{ $json.sku }}', quantity: '={{ $json.quantity }}', unitPrice: '={{ $json.price }}' }],
	},
	additionalFields: { orderDate: '={{ $json.date }}', shippingCost: '={{ $json.shipping }}' },
};

const HEAD = `name: 'Alex Example', street: at + ' Test Street', city: 'Albany', state: 'NY', zip: '12207', country: 'US',
	date: '2026-03-05T08:00:00Z', shipping: 6.5`;

/** An item a line. With `spoilt` the last line has no number, so that all items are read and nothing is sent. */
const lines = (orders: number, prefix: string, spoilt = false): string =>
	`const count = ${orders * LINES_PER_ORDER};
return Array.from({ length: count }, (_, item) => {
	const at = Math.floor(item / ${LINES_PER_ORDER});
	const no = ${spoilt} && item === count - 1 ? '' : '${prefix}-' + (${FIRST} + at);
	return { json: { no, ${HEAD}, sku: 'MUG-' + (item % ${LINES_PER_ORDER}), quantity: 2, price: 14.5 } };
});`;

/** An item an order, with its lines in a list: HTTP Request has no way to put lines together. */
const orders = (count: number, prefix: string): string =>
	`return Array.from({ length: ${count} }, (_, at) => ({ json: {
	no: '${prefix}-' + (${FIRST} + at), ${HEAD},
	lines: Array.from({ length: ${LINES_PER_ORDER} }, (_, line) => ({ sku: 'MUG-' + line, quantity: 2, price: 14.5 })),
} }));`;

const usd = (amount: string): string => `{ "amount": ${amount}, "currency": "USD" }`;

const oneOrder = (url: string): Parameters => ({
	method: 'PUT',
	url: `${url}${PATH}`,
	sendBody: true,
	specifyBody: 'json',
	jsonBody: `=[{
	"salesChannelId": ${DIRECT},
	"orderNumber": "{{ $json.no }}",
	"shipName": "{{ $json.name }}",
	"shipAddress1": "{{ $json.street }}",
	"shipCity": "{{ $json.city }}",
	"shipState": "{{ $json.state }}",
	"shipZipCode": "{{ $json.zip }}",
	"shipCountry": "USA",
	"orderDate": "{{ $json.date }}",
	"paymentDate": "{{ $json.date }}",
	"shippingCost": ${usd('{{ $json.shipping }}')},
	"orderTotal": ${usd('{{ $json.lines.reduce((sum, line) => sum + line.quantity * line.price, $json.shipping) }}')},
	"insuranceCost": ${usd('0')}, "insuredValue": ${usd('0')}, "confirmationCost": ${usd('0')},
	"orderItems": {{ JSON.stringify($json.lines.map((line) => ({ listingSku: line.sku, listingName: line.sku,
		quantityOrdered: line.quantity, unitPrice: { amount: line.price, currency: 'USD' },
		tax: { amount: 0, currency: 'USD' } }))) }}
}]`,
	options: {},
});

/** Ways to create as many orders as the table says, and the reading of the items alone. */
export const orderContenders = (stage: Stage): Contender[] => {
	const { sandbox, n8n, credential } = stage;
	const count = sized(stage, 1_000);
	const ours = ourNode('extensivOrders', credential, OURS);

	const creating = async (work: () => ReturnType<typeof n8n.run>): Promise<Sample> => {
		const before = (await sandbox.books()).orders;
		await sandbox.takeRequests();
		const { seconds, error } = await work();
		const { byEndpoint, total, byStatus } = await sandbox.takeRequests();
		const calls = { calls: total, creating: byEndpoint[`PUT ${PATH}`] ?? 0, refused: byStatus['429'] ?? 0 };
		if (error !== undefined) return { figures: { seconds, ...calls }, failure: error };
		const created = (await sandbox.books()).orders - before;
		if (created !== count) throw new Error(`${created} orders were created, not ${count}`);
		return { figures: { seconds, ...calls } };
	};
	return [
		{
			name: 'ours',
			label: 'this package',
			run: async (round) => await creating(async () => await n8n.run(sequence(ours, lines(count, `N${round}`)))),
		},
		{
			name: 'http',
			label: 'HTTP Request, all at once',
			run: async (round) =>
				await creating(async () => {
					const node = httpRequest(credential, oneOrder(sandbox.url));
					return await n8n.run(sequence(node, orders(count, `H${round}`)));
				}),
		},
		{
			name: 'reading',
			label: 'this package, reading the items only',
			run: async () => {
				await sandbox.takeRequests();
				const { seconds, error } = await n8n.run(sequence(ours, lines(count, 'R', true)));
				const { total } = await sandbox.takeRequests();
				if (error === undefined || total > 0) throw new Error(`${total} calls: ${error ?? 'no item was refused'}`);
				return { figures: { seconds } };
			},
		},
	];
};
