import { appendFile, truncate, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { windows1252 } from '../../erpWriter';
import { CHANNEL, type CsvShop, MAIN, openCsvShop } from '../support/csvShop';
import type { Flow } from '../support/flow';

const HEADER = [
	...['Auftragsnummer', 'Datum', 'Liefertermin', 'Empfänger', 'Straße', 'PLZ', 'Ort', 'Land'],
	...['Artikelnummer', 'Bezeichnung', 'Menge', 'Einzelpreis', 'Rabatt', 'Versandkosten'],
];
const MÜLLER = ['Café Zoë – Müller & Söhne', 'Hauptstraße 5', '01067', 'Dresden', 'Deutschland'];
const DUPONT = ['Dupont', 'Rue de l’Œuvre 9', '75001', 'Paris', 'FR'];
const TEA = ['TEA-100', 'Grüner Tee'];
const POT = ['POT-200', 'Kanne'];

/** Orders as an ERP's export looks after Excel: serial days, decimal commas, points between thousands. */
const ORDERS = [
	HEADER,
	['4711', '45992', '45999,5', ...MÜLLER, ...TEA, '1.250', '4,90', '612,50', '8,50'],
	['4711', '45992', '45999,5', ...MÜLLER, ...POT, '2', '1.234,50', '', '8,50'],
	['4712', '03.12.2025', '', ...DUPONT, ...TEA, '3', '4,9', '0,00', '0'],
	['4713', '12/03/2026', '13/03/2026', ...DUPONT, ...POT, '1', '24,00', '', '12,345'],
];
/** Midnight in the time zone of the n8n of the tests, New York. */
const day = (date: string): string => `${date}T05:00:00Z`;

const PRODUCTS = [
	['Artikelnummer', 'Bezeichnung', 'Marke', 'EAN', 'VK-Preis', 'EK-Preis', 'Gewicht'],
	['TEA-100', 'Grüner Tee', 'Käthe', '4006381333931', '4,90', '2,125', '0,25'],
	['POT-200', 'Kanne', 'Käthe', '', '1.234,50', '600,00', '1,5'],
	['CUP-300', 'Schälchen', 'Käthe', '', '2,00', '0,80', ''],
];
const STOCK = [
	['Artikelnummer', 'Lager', 'Bestand'],
	['TEA-100', 'Main', '1.250'],
	['POT-200', 'Main', '17,00'],
];
/** The catalogue assumes one call in ten seconds, which is too slow for a test. */
const FAST = { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } };

describe('A folder of CSV files, to Extensiv and back', () => {
	let shop: CsvShop;
	const flows = new Map<string, Flow>();
	const run = async (name: string) => await flows.get(name)!.run();
	const writes = (): string[] =>
		Object.keys(shop.sandbox.control.requests().byEndpoint).filter((endpoint) => !/^GET /.test(endpoint));
	const order = (number: string): Record<string, unknown> => {
		const found = shop.sandbox.control.orders({ number });
		expect(found).toHaveLength(1);
		return found[0] as unknown as Record<string, unknown>;
	};
	const usd = (amount: number) => expect.objectContaining({ amount });

	beforeAll(async () => {
		shop = await openCsvShop();
		await shop.export('orders-1.csv', ORDERS);
		await shop.export('products.csv', PRODUCTS);
		shop.sandbox.control.seed({ products: ['TEA-100', 'POT-200'].map((sku) => ({ sku, name: 'Old name' })) });
		await shop.export('stock.csv', STOCK);
		flows.set('orders', await shop.flow('orders-in'));
		flows.set('products', await shop.flow('products-in'));
		flows.set('stock', await shop.flow('stock-in', { settings: { dryRun: false }, parameters: FAST }));
		flows.set('parcels', await shop.flow('tracking-back'));
		flows.set('statuses', await shop.flow('statuses-back'));
	});
	beforeEach(() => shop.sandbox.control.clearRequests());
	afterAll(async () => await shop?.close());

	it('creates and changes the products of the file, to the cent, and writes nothing when it runs again', async () => {
		expect((await run('products')).output('Figures of the run')).toMatchObject([{ new: 1, different: 2, refused: 0 }]);
		shop.sandbox.control.clearRequests();
		const again = await run('products');
		expect(again.output('Figures of the run')).toMatchObject([{ equal: 3, new: 0, different: 0, refused: 0 }]);
		expect(writes()).toEqual([]);
		expect(again.output('Products of Extensiv')).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					...{ sku: 'TEA-100', name: 'Grüner Tee', brand: 'Käthe', upc: '4006381333931' },
					...{ mapPrice: 4.9, vendorCost: 2.125, weight: 0.25 },
				}),
				expect.objectContaining({ sku: 'POT-200', mapPrice: 1234.5, vendorCost: 600, weight: 1.5 }),
				expect.objectContaining({ sku: 'CUP-300', mapPrice: 2, vendorCost: 0.8 }),
			]),
		);
	});

	it('creates each order, to the cent and the day', async () => {
		const result = await run('orders');
		expect(result.output('Refused orders')).toEqual([]);
		expect(result.output('Not sent')).toEqual([]);
		expect(order('4711')).toMatchObject({
			...{ orderDate: day('2025-12-01'), receiveByDate: day('2025-12-08').replace('T05', 'T17') },
			...{ shipName: MÜLLER[0], shipAddress1: MÜLLER[1], shipZipCode: '01067', shipCountry: 'DEU' },
			shippingCost: usd(8.5),
			orderItems: [
				{ listingSku: 'TEA-100', quantityOrdered: 1250, unitPrice: usd(4.9), discount: usd(612.5) },
				{ listingSku: 'POT-200', quantityOrdered: 2, unitPrice: usd(1234.5) },
			],
		});
		expect(order('4712')).toMatchObject({ orderDate: day('2025-12-03'), shipAddress1: DUPONT[1] });
		expect(order('4713')).toMatchObject({ orderDate: day('2026-03-12').replace('T05', 'T04') });
	});

	it('creates nothing when it runs again, also if the same orders come in a second file', async () => {
		await shop.export('orders-2.csv', ORDERS.slice(0, 3));
		const again = await run('orders');
		expect(again.output('Done').map(({ outcome }) => outcome)).toEqual(['existing', 'existing', 'existing']);
		expect(again.output('Not sent')).toEqual([]);
		expect(writes()).toEqual([]);
		await shop.remove('orders-2.csv');
	});

	it('makes the stock equal', async () => {
		await run('stock');
		const { stock } = shop.sandbox.control.books();
		const inMain = stock.filter(({ warehouseId }) => warehouseId === MAIN.warehouseId);
		expect(Object.fromEntries(inMain.map(({ sku, onHand }) => [sku, onHand]))).toEqual({
			'TEA-100': 1250,
			'POT-200': 17,
		});
		shop.sandbox.control.clearRequests();
		await run('stock');
		expect(writes()).toEqual([]);
	});

	it('agrees in full at the end', async () => {
		const result = await (
			await shop.flow('reconciliation', {
				parameters: {
					'Compare stock with Extensiv': { warehouse: { __rl: true, mode: 'id', value: String(MAIN.warehouseId) } },
				},
			})
		).run();
		for (const what of ['orders', 'stock'])
			expect([what, result.output(`Compare ${what} with Extensiv`, 1)]).toMatchObject([
				what,
				[{ accuracyPercent: 100 }],
			]);
	});

	it('refuses what Excel has spoilt or what can mean two things, with what to do', async () => {
		await shop.export('orders-3.csv', [
			HEADER,
			['4,00123E+12', '45992', '', ...DUPONT, ...TEA, '1', '4,90', '', ''],
			['4720', '12/03/2026', '', ...DUPONT, ...TEA, '1', '4,90', '', ''],
		]);
		await shop.export('stock-2.csv', [STOCK[0]!, ['4,00123E+12', 'Main', '1']]);
		const alone = await shop.flow('orders-in', { settings: { orderFiles: 'orders-3.csv' } });
		await alone.run();
		await run('stock');
		const reasons = Object.fromEntries(
			(await shop.failures.rows()).map(({ key, reason, remedy }) => [key, `${reason} ${remedy}`]),
		);
		expect(reasons).toEqual({
			'4,00123E+12': expect.stringMatching(/orders-3\.csv, line 2: .*scientific notation.*do not save it in Excel/),
			'4720': expect.stringMatching(/“12\/03\/2026” can mean 12 March 2026 or 3 December 2026.*Date Order/),
			'4,00123E+12 in Main': expect.stringMatching(/stock-2\.csv, line 2: .*scientific notation/),
		});
		expect(shop.sandbox.control.orders({ number: '4720' })).toEqual([]);
		await shop.remove('stock-2.csv');
		const american = await shop.flow('orders-in', { settings: { orderFiles: 'orders-3.csv', dateOrder: 'month' } });
		// It is changed in the ERP, so that it does not wait for its next try.
		await shop.export('orders-3.csv', [HEADER, ['4720', '12/03/2026', '', ...DUPONT, ...TEA, '2', '4,90', '', '']]);
		await american.run();
		expect(order('4720')).toMatchObject({ orderDate: day('2026-12-03') });
		await shop.remove('orders-3.csv');
	});

	it('waits for a file that is still being written, and creates the order with all of its lines', async () => {
		const name = 'growing.csv';
		const line = (sku: string): string[] => ['4730', '45992', '', ...DUPONT, sku, '', '1', '4,90', '', ''];
		await shop.export(name, [HEADER, line('TEA-100')]);
		const settings = { orderFiles: name, lastLine: 'EOF', waitSeconds: 1 };
		const running = (await shop.flow('orders-in', { settings })).run();
		await pause(1_500);
		await appendFile(path.join(shop.folder, name), windows1252(`${line('POT-200').join(';')}\r\nEOF\r\n`));
		await running;
		expect(order('4730')).toMatchObject({ orderItems: [{ listingSku: 'TEA-100' }, { listingSku: 'POT-200' }] });
	});

	it('gives each parcel and each status to the ERP once', async () => {
		shop.sandbox.control.seed({
			shipments: [
				{ orderNumber: '4711', trackingNumber: '1Z1' },
				{ orderNumber: '4711', trackingNumber: '=1+1' },
			],
		});
		for (const flow of ['parcels', 'statuses', 'parcels', 'statuses']) await run(flow);
		expect((await shop.received('parcels')).map(([number, , , tracking]) => [number, tracking])).toEqual([
			['4711', '1Z1'],
			['4711', "'=1+1"],
		]);
		for (const cells of await shop.received('parcels')) expect(cells[4]).toMatch(/^\d\d\.\d\d\.\d{4}$/);
		const first = await shop.received('statuses');
		expect(first.map(([number]) => number).sort()).toEqual(['4711', '4712', '4713', '4720', '4730']);
		shop.sandbox.control.seed({ shipments: [{ orderNumber: '4712', trackingNumber: '1Z2' }] });
		for (const flow of ['parcels', 'statuses', 'parcels', 'statuses']) await run(flow);
		expect((await shop.received('parcels')).slice(2).map(([number, , , tracking]) => [number, tracking])).toEqual([
			['4712', '1Z2'],
		]);
		expect((await shop.received('statuses')).slice(first.length)).toEqual([
			['4712', order('4712')['orderStatus'], 'fulfilled', String(order('4712')['orderId'])],
		]);
	});

	it('finishes a file that was cut off when n8n was stopped, and asks about one that is gone', async () => {
		const whole = await shop.received('parcels');
		const [first = '', second = ''] = (await shop.names()).filter((name) => name.startsWith('parcels'));
		const lines = (rows: string[][]): string =>
			JSON.stringify(
				rows.map(([orderNumber, carrier, service, trackingNumber, shipDate, shipmentId]) => ({
					key: shipmentId,
					value: trackingNumber?.replace(/^'/, ''),
					cells: {
						orderNumber,
						carrier,
						service,
						trackingNumber: trackingNumber?.replace(/^'/, ''),
						shipDate,
						shipmentId,
					},
				})),
			);
		await shop.files.edit(first, { state: 'writing', lines: lines(whole.slice(0, 2)) });
		await shop.files.edit(second, { state: 'writing', lines: lines(whole.slice(2)) });
		await truncate(path.join(shop.outFolder, first), 70);
		await unlink(path.join(shop.outFolder, second));
		const result = await run('parcels');
		expect(await shop.received('parcels')).toEqual(whole.slice(0, 2));
		expect(result.output('Parcels that failed')).toMatchObject([
			{ orderNumber: '4712', reason: expect.stringMatching(/interrupted while it wrote .*“done”.*“again”/) },
		]);
		await shop.files.edit(second, { state: 'again' });
		await run('parcels');
		await run('parcels');
		expect(await shop.received('parcels')).toEqual(whole);
		expect((await shop.failures.rows()).filter(({ flow }) => /shipments/.test(flow))).toEqual([]);
	});

	it('says where it looked if there are no orders', async () => {
		const { error } = await (await shop.flow('orders-in', { settings: { orderFiles: 'none*.csv' } })).execute();
		expect(error).toMatch(/There is no file none\*\.csv in .*csv-.* that n8n can read\. Check “folder”/);
		const outside = await (
			await shop.flow('orders-in', { settings: { folder: '/etc', orderFiles: 'hosts' } })
		).execute();
		expect(outside.error).toMatch(/n8n is not allowed to read the folder \/etc\. .*N8N_RESTRICT_FILE_ACCESS_TO/);
	});

	it('says that it cannot write, and writes once it can', async () => {
		shop.sandbox.control.seed({
			orders: [{ orderNumber: '4740', salesChannelId: CHANNEL.salesChannelId }],
			shipments: [{ orderNumber: '4740', trackingNumber: '1Z3' }],
		});
		const wrong = await shop.flow('tracking-back', { settings: { outFolder: path.join(shop.outFolder, 'missing') } });
		expect((await wrong.run()).output('Parcels that failed')).toMatchObject([
			{ orderNumber: '4740', reason: expect.stringMatching(/could not be written.*outFolder/) },
		]);
		const ready = await shop.flow('tracking-back', { settings: { readyFile: true } });
		await ready.run();
		expect((await shop.received('parcels')).filter(([number]) => number === '4740')).toHaveLength(1);
		expect((await shop.names()).filter((name) => name.endsWith('.ready'))).toHaveLength(1);
		expect((await shop.files.rows()).map(({ state }) => state)).not.toContain('written');
	});
});
