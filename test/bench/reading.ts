import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { Engine, LINES } from '../engine';
import { connect } from '../engine/client';
import { startEngineProcess } from '../engine/processes';
import { SECRETS, startSandbox } from '../sandbox';
import { byId, COLUMBUS, newOrder, newOrderLine } from '../support/parameters';
import { automatically, byHand } from '../support/products';

/*
 * What reading items costs, and for how long n8n is kept from everything else meanwhile: the built pack in both lines of n8n-core, with the expression engine that n8n starts by
 * default where its isolate can be loaded (`npm run bench:reading -- [items] [folder of another build]`; `ONLY=by.hand` picks cases). The last item cannot be read, so that nothing is sent.
 */
const COUNT = Number(process.argv[2] ?? 10_000);
const ROOT = path.resolve(__dirname, '../..');
const pack = path.resolve(process.argv[3] ?? ROOT);
const only = new RegExp(process.env.ONLY ?? '');
const last = COUNT - 1;
const drag = (name: string): string => `={{ $json[${JSON.stringify(name)}] }}`;

/** What an ERP exports of a product: 20 columns, all as text. */
const product = (at: number): IDataObject => ({
	SKU: at === last ? '' : `P-${at}`,
	Name: `Product ${at}`,
	Brand: 'Northwind',
	Description: 'A mug with a handle',
	Active: 'yes',
	UPC: '036000291452',
	MPN: `M-${at}`,
	Weight: '12.5',
	Length: '4.25',
	Width: '4.25',
	Height: '5',
	'Vendor Cost': `${(at % 90) + 1}.50`,
	'MAP Price': '19.99',
	'Shipping Cost': '4.50',
	Currency: 'USD',
	Hazmat: 'no',
	'Ships in Own Box': 'no',
	'Buyer Name': 'Alex Example',
	'Customs Country': 'US',
	'Customs Value': '1,004.50',
});
const COLUMNS: Record<string, string> = {
	sku: 'SKU',
	name: 'Name',
	brand: 'Brand',
	description: 'Description',
	active: 'Active',
	upc: 'UPC',
	mpn: 'MPN',
	weight: 'Weight',
	length: 'Length',
	width: 'Width',
	height: 'Height',
	vendorCost: 'Vendor Cost',
	mapPrice: 'MAP Price',
	shippingCost: 'Shipping Cost',
	currency: 'Currency',
	hazmat: 'Hazmat',
	shipsInOwnBox: 'Ships in Own Box',
	buyerName: 'Buyer Name',
	customsCountry: 'Customs Country',
	customsValue: 'Customs Value',
};
const products = Array.from({ length: COUNT }, (_, at) => product(at));
const mapped = byHand(Object.fromEntries(Object.entries(COLUMNS).map(([id, name]) => [id, drag(name)])));

/** Three lines for each order, 12 fields in each. */
const lines = Array.from({ length: Math.ceil(COUNT * 0.3) }, (_, at, all = Math.ceil(COUNT * 0.3)) => ({
	'Order No': at === all - 1 ? '' : `O-${Math.floor(at / 3)}`,
	'Ship To': 'Alex Example',
	Street: '1 Test Street',
	Town: 'Albany',
	State: 'NY',
	Zip: '12207',
	Land: 'US',
	Phone: '555 0100',
	'Ordered On': '2026-03-04',
	Item: 'MUG',
	Pieces: '2',
	Price: '14.50',
}));
const dragged = newOrderLine({
	orderNumber: drag('Order No'),
	recipientName: drag('Ship To'),
	street1: drag('Street'),
	city: drag('Town'),
	state: drag('State'),
	postalCode: drag('Zip'),
	country: drag('Land'),
	additionalFields: { phone: drag('Phone'), orderDate: drag('Ordered On') },
	lines: { line: [{ sku: drag('Item'), quantity: drag('Pieces'), unitPrice: drag('Price') }] },
});
const items = Array.from({ length: COUNT }, (_, at) => ({
	no: at === last ? '' : `E-${at}`,
	sku: 'MUG',
	onHand: at === last ? 'x' : at,
}));

interface Case {
	what: string;
	node: string;
	/** Values in each item. */
	values: number;
	items: IDataObject[];
	parameters: IDataObject;
}
const create = { resource: 'order', operation: 'create' };
const CASES: Case[] = [
	{
		what: 'stock levels',
		node: 'extensivInventory',
		values: 2,
		items,
		parameters: {
			resource: 'stockLevel',
			operation: 'set',
			sku: '={{ $json.sku }}',
			onHand: '={{ $json.onHand }}',
			warehouse: byId(COLUMBUS),
		},
	},
	{ what: 'orders', node: 'extensivOrders', values: 1, items, parameters: { ...create, ...newOrder() } },
	{
		what: 'lines of orders, 12 dragged fields',
		node: 'extensivOrders',
		values: 12,
		items: lines,
		parameters: { ...create, ...dragged },
	},
	{
		what: 'products, 20 columns mapped automatically',
		node: 'extensivProducts',
		values: 20,
		items: products,
		parameters: { resource: 'product', operation: 'create', ...automatically() },
	},
	{
		what: 'products, 20 columns mapped by hand',
		node: 'extensivProducts',
		values: 20,
		items: products,
		parameters: { resource: 'product', operation: 'create', ...mapped },
	},
];

/** Starts the engine that n8n starts by default; tells which one it is. */
async function chooseEngine(engine: Engine): Promise<string> {
	const parameters = { operation: 'engine', engine: process.env.EXPRESSION_ENGINE ?? 'vm' };
	const { items: said } = await engine.runNode({ node: 'references', parameters });
	return String(said[0]?.json.engine);
}

async function main(): Promise<void> {
	const sandbox = await startSandbox();
	const data = { environment: 'custom', apiUrl: sandbox.url, accessToken: SECRETS.privateToken };
	for (const line of LINES) {
		const { port, stop } = await startEngineProcess(line, { builtFolder: path.join(pack, 'dist') });
		const ask = connect(port);
		const chooser = new Engine(line, ask, await ask('open', { pack: path.join(ROOT, 'test/engine/references') }));
		const expressions = await chooseEngine(chooser);
		const engine = new Engine(line, ask, await ask('open', { pack }), stop);
		for (const { what, node, values, items: given, parameters } of CASES.filter((one) => only.test(one.what))) {
			const credentials = { type: 'extensivOrderManagerApi', data };
			const run = await engine.runNode({
				node,
				credentials,
				parameters: { authentication: credentials.type, ...parameters },
				items: given,
				watchEventLoop: true,
			});
			if (!run.eventLoop || !/Nothing was sent/.test(run.error?.message ?? ''))
				throw new Error(`Not as expected: ${run.status}, ${run.error?.message} ${run.error?.description}`);
			const { tookMs, computedMs, turns, longestBlockMs, longestWorkMs } = run.eventLoop;
			console.log(
				`n8n ${line} (${expressions}), ${given.length} ${what}: ${(tookMs / 1000).toFixed(2)} s, ${(computedMs / 1000).toFixed(2)} s of it computed, ${((computedMs * 1000) / given.length / values).toFixed(1)} µs a value; ${turns} turns for others; longest block ${longestBlockMs.toFixed(0)} ms, ${longestWorkMs.toFixed(0)} ms of it computed`,
			);
		}
		await engine.close();
	}
	await sandbox.close();
}

void main();
