import { automatically, byHand } from '../../support/products';
import { ourNode, sequence } from '../n8n/workflow';
import type { Contender, Row } from '../row';
import { counted, sized, type Stage } from '../stage';

const MOST_MICROSECONDS = 50;

/** Twenty columns of a product, with what an ERP exports for them. */
const COLUMNS: Record<string, unknown> = {
	name: 'Blue enamel mug',
	brand: 'Northwind',
	description: 'Holds a third of a liter',
	active: true,
	upc: '000000410233',
	mpn: 'EM-12-BL',
	weight: 9.5,
	length: 4,
	width: 4,
	height: 3.5,
	vendorCost: 6.25,
	mapPrice: 14.5,
	shippingCost: 2,
	currency: 'USD',
	allowBackorders: false,
	shipsInOwnBox: false,
	buyerName: 'Robin Planner',
	customsDescription: 'Mug of steel',
	harmonizationCode: '7323.94',
};
const COUNT_OF_COLUMNS = Object.keys(COLUMNS).length + 1;

/** The last product has no SKU, so that all items are read and nothing is sent. */
const rows = (count: number): string =>
	`const columns = ${JSON.stringify(COLUMNS)};
const skuOf = (at) => (at === ${count - 1} ? '' : 'SKU-' + at);
return Array.from({ length: ${count} }, (_, at) => ({ json: { sku: skuOf(at), ...columns } }));`;

export const mapper = (stage: Stage): Row => {
	const count = sized(stage, 10_000);
	const contender = (name: string, label: string, columns: object): Contender => ({
		name,
		label,
		run: async () => {
			const parameters = { resource: 'product', operation: 'create', ...columns };
			const node = ourNode('extensivProducts', stage.credential, parameters);
			const { seconds, error } = await stage.n8n.run(sequence(node, rows(count)));
			if (!/Nothing was sent/.test(error ?? '')) throw new Error(`Not as expected: ${error ?? 'no item was refused'}`);
			return { figures: { seconds, microseconds: (seconds * 1e6) / (count * COUNT_OF_COLUMNS) } };
		},
	});
	const byColumn = Object.fromEntries(['sku', ...Object.keys(COLUMNS)].map((name) => [name, `={{ $json.${name} }}`]));
	const bar = (name: string, text: string) => ({
		text,
		value: (medians: (contender: string, figure: string) => number) => medians(name, 'microseconds'),
		most: MOST_MICROSECONDS,
		unit: 'µs',
	});
	return {
		name: 'mapper',
		work: `Read ${counted(stage, 10_000)} items with ${COUNT_OF_COLUMNS} mapped columns`,
		notes: [
			'The whole time of the node in the real n8n, divided by the number of values. ' +
				'The last item is refused, so that nothing is sent.',
		],
		bars: [bar('automatic', 'a value, mapped automatically'), bar('manual', 'a value, mapped by hand')],
		open: async () => {
			await stage.sandbox.seed({});
			return [
				contender('automatic', 'Map Automatically', automatically()),
				contender('manual', 'Map Each Column Manually', byHand(byColumn)),
			];
		},
	};
};
