import { MAIN } from './northwindShop';

/** Something that is wrong on purpose, what the table of failures says of it, and how a person mends it. */
export interface Fault {
	/** What is wrong. */
	title: string;
	/** Key of its row. */
	key: string;
	/** SQL that plants it in the ERP. */
	plant: string;
	reason: RegExp;
	/** SQL that mends it in the ERP; or what to change in the item of the row. */
	mend: string | Record<string, unknown>;
}

const order = (id: number, sku: string, columns: Record<string, string | number | null>, line = `1, 10, 0`): string => {
	const values = {
		order_id: id,
		order_date: '2026-03-02',
		ship_via: 1,
		freight: 5,
		ship_name: 'Casey Sample',
		ship_address: '12 Placeholder St',
		ship_city: 'Albany',
		ship_region: 'NY',
		ship_postal_code: '12207',
		ship_country: 'USA',
		...columns,
	};
	const text = (value: string | number | null): string => (value === null ? 'NULL' : `'${value}'`);
	const lines = line === '' ? '' : `INSERT INTO order_details VALUES (${id}, '${sku}', ${priceAndMore(line)});`;
	return `INSERT INTO orders (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).map(text).join(', ')});${lines}`;
};

/** `quantity, price, discount` as the table has them. */
const priceAndMore = (line: string): string => {
	const [quantity = '1', price = '10', discount = '0'] = line.split(',');
	return `${price}, ${quantity}, ${discount}`;
};

const update = (id: number, set: string): string => `UPDATE orders SET ${set} WHERE order_id = ${id};`;
const updateLine = (id: number, set: string): string => `UPDATE order_details SET ${set} WHERE order_id = ${id};`;

/** Faults of orders. `sku` is that of a product which both sides know. */
export const orderFaults = (sku: string): Fault[] => [
	{
		title: 'a country that does not exist',
		key: '90001',
		plant: order(90001, sku, { ship_country: 'Atlantis' }),
		reason: /Country.*Atlantis/,
		mend: update(90001, `ship_country = 'Germany'`),
	},
	{
		title: 'a country that does not exist, mended in the table',
		key: '90002',
		plant: order(90002, sku, { ship_country: 'Narnia' }),
		reason: /Country.*Narnia/,
		mend: { country: 'Germany' },
	},
	{
		title: 'no recipient',
		key: '90003',
		plant: order(90003, sku, { ship_name: null }),
		reason: /Recipient/,
		mend: update(90003, `ship_name = 'Casey Sample'`),
	},
	{
		title: 'no street',
		key: '90004',
		plant: order(90004, sku, { ship_address: null }),
		reason: /Street/,
		mend: { street1: '12 Placeholder St' },
	},
	{
		title: 'no city',
		key: '90005',
		plant: order(90005, sku, { ship_city: null }),
		reason: /City/,
		mend: update(90005, `ship_city = 'Albany'`),
	},
	{
		title: 'a quantity of zero',
		key: '90006',
		plant: order(90006, sku, {}, '0, 10, 0'),
		reason: /Quantity/,
		mend: updateLine(90006, 'quantity = 1'),
	},
	{
		title: 'half a piece',
		key: '90007',
		plant: order(90007, sku, {}, '1.5, 10, 0'),
		reason: /Quantity.*1\.5/,
		mend: { quantity: 2 },
	},
	{
		title: 'a quantity below zero',
		key: '90008',
		plant: order(90008, sku, {}, '-2, 10, 0'),
		reason: /Quantity.*-2/,
		mend: updateLine(90008, 'quantity = 2'),
	},
	{
		title: 'a discount of more than the line (a wrong total)',
		key: '90009',
		plant: order(90009, sku, {}, '1, 10, 3'),
		reason: /Discount/,
		mend: updateLine(90009, 'discount = 0.3'),
	},
	{
		title: 'a price below zero',
		key: '90010',
		plant: order(90010, sku, {}, '1, -10, 0'),
		reason: /line of -10/,
		mend: updateLine(90010, 'unit_price = 10'),
	},
	{
		title: 'an order without lines',
		key: '90011',
		plant: order(90011, sku, {}, ''),
		reason: /SKU|line/,
		mend: `INSERT INTO order_details VALUES (90011, '${sku}', 10, 1, 0);`,
	},
	{
		title: 'an unknown carrier',
		key: '90012',
		plant: order(90012, sku, { ship_via: 77 }),
		reason: /shipper 77/,
		mend: update(90012, 'ship_via = 1'),
	},
	{
		title: 'an order that Extensiv refuses',
		key: '90013',
		plant: order(90013, sku, { ship_name: 'REFUSE ME' }),
		reason: /90013/,
		mend: { recipientName: 'Casey Sample' },
	},
	{
		title: 'a street that is too long for Extensiv',
		key: '90014',
		plant: order(90014, sku, { ship_address: 'Long Street '.repeat(40).trim() }),
		reason: /Street/,
		mend: update(90014, `ship_address = '12 Long Street'`),
	},
];

/** Faults of stock levels. `skus` are of products that both sides know. */
export const stockFaults = (skus: readonly string[]): Fault[] => {
	const plant = (sku: string, warehouse: string, onHand: string): string =>
		`INSERT INTO stock VALUES ('${sku}', '${warehouse}', ${onHand});`;
	const [a = '', b = '', c = '', d = '', e = '', f = ''] = skus;
	const fault = (
		title: string,
		[sku, warehouse, onHand]: [string, string, string],
		reason: RegExp,
		mend: string,
	): Fault => ({ title, key: `${sku} in ${warehouse}`, plant: plant(sku, warehouse, onHand), reason, mend });
	const set = (sku: string, change: string): string => `UPDATE stock SET ${change} WHERE sku = '${sku}';`;
	return [
		fault(
			'a product that Extensiv does not have',
			['no-such', MAIN.name, '5'],
			/no product/,
			`DELETE FROM stock WHERE sku = 'no-such';`,
		),
		fault('a closed warehouse', [a, 'Old Hall', '5'], /closed/, set(a, `warehouse = '${MAIN.name}'`)),
		fault('an unknown warehouse', [b, 'Nowhere', '5'], /no warehouse/, set(b, `warehouse = '${MAIN.name}'`)),
		fault('stock below zero', [c, MAIN.name, '-1'], /below zero/, set(c, 'on_hand = 1')),
		fault('half a piece in stock', [d, MAIN.name, '0.5'], /whole number/, set(d, 'on_hand = 1')),
		fault('no quantity', [e, MAIN.name, 'NULL'], /no quantity/, set(e, 'on_hand = 1')),
		{
			...fault('two quantities for one place', [f, MAIN.name, '7'], /2 quantities/, ''),
			plant: plant(f, MAIN.name, '7') + plant(f, MAIN.name, '8'),
			mend: `DELETE FROM stock WHERE sku = '${f}' AND on_hand = 7;`,
		},
	];
};
