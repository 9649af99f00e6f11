import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, DIRECT, newOrderLine, SHOPIFY } from '../../support/parameters';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const row = (no: unknown, sku = 'MUG', more: IDataObject = {}): IDataObject =>
	({ no, sku, quantity: 1, ...more }) as IDataObject;
const above = (more: IDataObject = {}): IDataObject =>
	newOrderLine({ options: { emptyOrderNumber: 'above' }, ...more });
const proceeding = { onError: 'continueErrorOutput' as const };

describe.each(NEWEST)('Order lines without an order number, n8n line %s', (line) => {
	const stage = useStage(line);
	/** The lines of the orders in the books, by their numbers. */
	const books = (): Record<string, number> =>
		Object.fromEntries(
			Object.keys(stage.control.books().ordersByNumber)
				.filter((no) => no.startsWith('ERP-'))
				.map((no) => [no, (stage.order(no).orderItems as unknown[]).length]),
		);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		describe.each(['create', 'upsert'])('%s', (operation) => {
			const run = async (items: IDataObject[], parameters = newOrderLine(), settings: IDataObject = proceeding) =>
				await stage.orders(operation, parameters, { contract, items, ...settings });

			it.each<[string, unknown[], string[]]>([
				['below its order', ['ERP-1', '', 'ERP-2'], ['ERP-2']],
				['several times', ['ERP-1', '', '', 'ERP-2'], ['ERP-2']],
				['with the order going on below', ['ERP-1', '', 'ERP-1', 'ERP-2'], ['ERP-2']],
				['at the end', ['ERP-1', 'ERP-2', null], ['ERP-1']],
				['of blanks or NULL', ['ERP-1', '  ', 'ERP-2', 'NULL', 'ERP-3'], ['ERP-3']],
				['of dashes and ditto marks', ['ERP-1', '"', 'ERP-2', '–', 'ERP-3'], ['ERP-3']],
				['with nothing above', ['', 'ERP-1'], ['ERP-1']],
			])('hold back the order above, which may be incomplete: %s', async (_, numbers, created) => {
				const items = numbers.map((no) => row(no));
				const result = await run(items);
				expect(Object.keys(books()).sort()).toEqual(created);
				expect(result.items.length + result.errorItems.length).toBe(items.length);
				const [empty, heldBack] = [
					failures(result).filter(({ no }) => !/^ERP/.test(String(no))),
					failures(result).filter(({ no }) => /^ERP/.test(String(no))),
				];
				for (const one of empty)
					expect(one).toMatchObject({
						error: expect.stringMatching(/Order Number.*(empty|is not an order number)/),
						message: expect.stringMatching(/Same as Above/),
					});
				for (const one of heldBack)
					expect(one).toMatchObject({
						error: expect.stringMatching(/^Order ERP-\d: .*Item \d has no order number/),
						message: expect.stringMatching(/item \d.*Same as Above/),
					});
			});

			it('belong to the order above where the options say so', async () => {
				const items = ['ERP-1', '', ' ', 'ERP-2', 'NULL', 'ERP-1'].map((no) => row(no));
				const result = await run(items, above());
				expect(result.pairs).toEqual([
					[0, 1, 2, 5],
					[3, 4],
				]);
				expect(books()).toEqual({ 'ERP-1': 4, 'ERP-2': 2 });
			});

			it('send nothing where the workflow is to stop, and every item is accounted for', async () => {
				const { error } = await run([row('ERP-1'), row(''), row('ERP-2')], newOrderLine(), {});
				expect(error).toMatchObject({
					message: expect.stringMatching(/Order Number.*empty/),
					description: expect.stringMatching(/Item 2: .*Item 1: Order ERP-1/s),
					context: { itemIndex: 1 },
				});
				expect(stage.control.requests().total).toBe(0);
			});
		});

		it('hold both neighbors back where a number is there and cannot be read', async () => {
			const items = ['ERP-1', 'ERP-2', '#REF!', 'ERP-3', 'ERP-4'].map((no) => row(no));
			const result = await stage.orders('create', newOrderLine(), { contract, items, ...proceeding });
			expect(column(result, 'orderNumber')).toEqual(['ERP-1', 'ERP-4']);
			expect(failures(result)).toMatchObject([
				{ no: 'ERP-2', error: expect.stringMatching(/item 3/) },
				{ no: '#REF!' },
				{ no: 'ERP-3', error: expect.stringMatching(/item 3/) },
			]);
		});

		it('are not given to the order before, where the line above was refused', async () => {
			const items = [row('ERP-1'), row('#REF!'), row(''), row('ERP-2')];
			const result = await stage.orders('create', above(), { contract, items, ...proceeding });
			expect(result.items).toEqual([]);
			expect(failures(result)[2]?.error).toMatch(/item 2 above it was refused/);
		});

		it('are refused where the options say “Same as Above” and nothing is above', async () => {
			const result = await stage.orders('create', above(), { contract, items: [row(''), row('ERP-1')], ...proceeding });
			expect(column(result, 'orderNumber')).toEqual(['ERP-1']);
			expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/no line above it/) }]);
		});

		it.each(['Total', 'Subtotal:', 'GRAND TOTAL', 'Summe'])(
			'are no lines of the order above where the item is a sum, whatever the options say: %s',
			async (sku) => {
				const items = [row('ERP-1'), row('ERP-2'), { ...row(''), sku }];
				const result = await stage.orders('create', above(), { contract, items, ...proceeding });
				expect(column(result, 'orderNumber')).toEqual(['ERP-1']);
				expect(failures(result)).toMatchObject([
					{ no: 'ERP-2', error: expect.stringMatching(/item 3.*not sent/i) },
					{
						no: '',
						error: expect.stringMatching(/not an order line/),
						message: expect.stringMatching(/Remove the item/),
					},
				]);
			},
		);

		it.each(['"', '-'])('belong to the order above by a mark like %s', async (code) => {
			const result = await stage.orders('create', above(), {
				contract,
				items: [row('ERP-1'), row(code), row('ERP-2')],
				...proceeding,
			});
			expect(result.pairs).toEqual([[0, 1], [2]]);
		});

		it('hold nothing back where the whole item is empty, as at the end of a spreadsheet', async () => {
			const items = [row('ERP-1'), { no: '', sku: null, quantity: ' ' }];
			const rule = [row('ERP-1'), { no: '-----', sku: '---', quantity: '--' }];
			expect(
				column(await stage.orders('create', newOrderLine(), { contract, items: rule, ...proceeding }), 'orderNumber'),
			).toEqual(['ERP-1']);
			for (const parameters of [newOrderLine(), above()]) {
				const result = await stage.orders('create', parameters, { contract, items, ...proceeding });
				expect(column(result, 'orderNumber')).toEqual(['ERP-1']);
				expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/whole item is empty/) }]);
			}
		});

		it.each(['=ERP-{{ $json.no }}', '=ERP{{ $json.no }}'])(
			'are seen also where the number has something around it: %s',
			async (orderNumber) => {
				const items = [row('-1'), row(''), row('-2')];
				const refused = await stage.orders('create', newOrderLine({ orderNumber }), { contract, items, ...proceeding });
				expect(refused.pairs).toEqual([[2]]);
				stage.control.reset();
				stage.control.seed({ products: [{ sku: 'MUG', name: 'Mug' }] });
				const joined = await stage.orders('create', above({ orderNumber }), { contract, items, ...proceeding });
				expect(joined.pairs).toEqual([[0, 1], [2]]);
			},
		);
	});

	it('take the order above with its channel, and lines that name no channel as well', async () => {
		const items = [
			{ orderNumber: 'ERP-1', channel: SHOPIFY, sku: 'MUG' },
			{ orderNumber: 'ERP-1', channel: '', sku: 'POT' },
			{ orderNumber: '', channel: '', sku: 'POT' },
			{ orderNumber: 'ERP-1', channel: DIRECT, sku: 'MUG' },
		].map((item) => ({
			...item,
			recipientName: 'Alex',
			street1: '1 Test Street',
			city: 'Albany',
			state: 'NY',
			postalCode: '12207',
			country: 'US',
			quantity: 1,
			unitPrice: 2,
		}));
		const columns = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
		const parameters = {
			inputMode: 'orderLine',
			fieldsFrom: 'columns',
			columns,
			salesChannel: byId(DIRECT),
			options: { emptyOrderNumber: 'above' },
		};
		const result = await stage.orders('create', parameters, { items, ...proceeding });
		expect([result.pairs, failures(result)]).toEqual([[[0, 1, 2], [3]], []]);
	});

	it('do not put a line under an order of another channel', async () => {
		const parameters = above({ salesChannel: byId('={{ $json.channel }}') });
		const result = await stage.orders('create', parameters, {
			items: [row('ERP-1', 'MUG', { channel: DIRECT }), row('', 'POT', { channel: SHOPIFY })],
			...proceeding,
		});
		expect(result.items).toEqual([]);
		expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/Sales Channel.*1207.*1210/) }, {}]);
	});
});
