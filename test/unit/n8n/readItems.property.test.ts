import fc from '../../support/fastCheck';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { create } from '../../../nodes/ExtensivOrders/resources/order/create';
import type { NewOrder } from '../../../nodes/shared/domain/order/order';
import { Pauses } from '../../../nodes/shared/http/pauses';
import type { BatchOperation } from '../../../nodes/shared/n8n/run/operation';
import { readItems } from '../../../nodes/shared/n8n/run/readItems';
import type { Run } from '../../../nodes/shared/n8n/run/context';

type Row = { orderNumber: string; sku: string; quantity: string; city: string };

const NUMBERS = ['A-1', 'A-2', 'A-3', '', ' ', 'NULL', '#REF!'];
const isNumber = (text: string): boolean => text.startsWith('A-');
const rows = fc.array(
	fc.record({
		orderNumber: fc.constantFrom(...NUMBERS),
		sku: fc.constantFrom('MUG', 'POT'),
		quantity: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', 'x'),
		city: fc.constantFrom('Troy', 'Troy', 'Troy', 'Troy ', '', '', '', 'Utica'),
	}),
	{ minLength: 1, maxLength: 12 },
);

/** Items of a run whose columns are taken by their names. */
function contextOf(items: readonly Row[], emptyOrderNumber: string): IExecuteFunctions {
	const parameters: IDataObject = {
		authentication: 'extensivOAuth2Api',
		inputMode: 'orderLine',
		fieldsFrom: 'columns',
		columns: { mappingMode: 'autoMapInputData', value: null },
		options: { emptyOrderNumber },
	};
	const head = {
		recipientName: 'Alex',
		street1: '1 Test Street',
		postalCode: '12207',
		country: 'US',
		state: 'NY',
		unitPrice: 1,
	};
	return {
		getInputData: () => items.map((json) => ({ json: { ...head, ...json } })),
		getNodeParameter: (name: string, _: number, whenMissing: unknown) => parameters[name] ?? whenMissing,
		getTimezone: () => 'UTC',
		getNode: () => ({ parameters }),
	} as unknown as IExecuteFunctions;
}

const read = async (items: readonly Row[], emptyOrderNumber: string) =>
	await readItems(
		{ context: contextOf(items, emptyOrderNumber) } as Run,
		create as unknown as BatchOperation<unknown, unknown, unknown, unknown>,
		{ definitions: [], channels: [] },
		new Pauses(async () => {}),
	);

/** The number that a row belongs to in a layout that writes it once. */
const filledDown = (items: readonly Row[]): string[] =>
	items.reduce<string[]>(
		(numbers, { orderNumber }) => [
			...numbers,
			isNumber(orderNumber) || orderNumber === '#REF!' ? orderNumber : (numbers.at(-1) ?? ''),
		],
		[],
	);

describe('the lines of an order in a form', () => {
	it('are compared without n8n working out more than the number of each', async () => {
		const parameters: IDataObject = {
			authentication: 'extensivOrderManagerApi',
			inputMode: 'orderLine',
			salesChannel: { __rl: true, mode: 'id', value: '1207' },
			orderNumber: '={{ $json.no.trim() }}',
			recipientName: '={{ $json.first + $json.last }}',
			city: "={{ $json['Ship City'] }}",
			additionalFields: { shippingCost: '={{ $json.freight }}' },
			street1: '1 Test Street',
			postalCode: '12207',
			country: 'US',
			state: 'NY',
			linesFrom: 'form',
			lines: { line: [{ sku: 'MUG', quantity: 1, unitPrice: 1 }] },
		};
		const item: IDataObject = { no: 'A-1', first: 'A', last: 'B', 'Ship City': 'Troy', freight: 5 };
		const asked = new Map<string, number>();
		const valueOf: IDataObject = {
			orderNumber: 'A-1',
			recipientName: 'AB',
			city: 'Troy',
			additionalFields: { shippingCost: 5 },
		};
		const context = {
			getInputData: () => Array.from({ length: 50 }, () => ({ json: item })),
			getNodeParameter: (name: string, _: number, whenMissing: unknown, options?: { rawExpressions?: boolean }) => {
				if (options?.rawExpressions) return parameters[name] ?? whenMissing;
				asked.set(name, (asked.get(name) ?? 0) + 1);
				return valueOf[name] ?? parameters[name] ?? whenMissing;
			},
			getWorkflowDataProxy: () => ({ $json: item }),
			getTimezone: () => 'UTC',
			getNode: () => ({ parameters }),
		};
		const { work } = await readItems(
			{ context } as unknown as Run,
			create as unknown as BatchOperation<unknown, unknown, unknown, unknown>,
			{ definitions: [], channels: [] },
			new Pauses(async () => {}),
		);
		expect(work).toMatchObject([{ input: { shippingCost: 5, shipTo: { name: 'AB', city: 'Troy' } } }]);
		const ofEach = [...asked].flatMap(([name, times]) => (times > 2 ? [name] : []));
		expect(ofEach).toEqual(['orderNumber']);
	});
});

describe('any table of order lines', () => {
	const check = async (items: Row[], option: 'refuse' | 'above'): Promise<void> => {
		const { work, failures } = await read(items, option);
		const orders = work as Array<{ input: NewOrder; items: number[] }>;
		// Nothing lost, nothing twice: each row is a part of one order that is sent, or fails.
		const accounted = [...orders, ...failures].flatMap((one) => one.items);
		expect([...accounted].sort((one, other) => one - other)).toEqual(items.map((_, at) => at));
		for (const { error } of failures) expect(String((error as Error).message)).not.toBe('');
		const belongs = filledDown(items);
		for (const { input, items: own } of orders) {
			// An order that is sent has all rows that are its own, or may be.
			const whole = items.flatMap((row, at) => (belongs[at] === input.orderNumber ? [{ row, at }] : []));
			expect(own).toEqual(whole.map(({ at }) => at));
			expect(input.lines.map(({ sku, quantity }) => [sku, String(quantity)])).toEqual(
				whole.map(({ row }) => [row.sku, row.quantity]),
			);
			// Its rows agree, and what one of them says is not lost.
			expect([...new Set(whole.map(({ row }) => row.city.trim()).filter(Boolean))]).toEqual([input.shipTo.city]);
		}
		// What is all right goes out: an order whose rows have its number, agree, can be read, and have no stray row beside them.
		for (const number of new Set(items.map((row) => row.orderNumber).filter(isNumber))) {
			const own = items.flatMap((row, at) => (row.orderNumber === number ? [at] : []));
			const isClean = own.every(
				(at) =>
					items[at]?.quantity !== 'x' &&
					[items[at - 1], items[at + 1]].every((row) => row === undefined || isNumber(row.orderNumber)),
			);
			const cities = new Set(own.map((at) => items[at]?.city.trim()).filter(Boolean));
			if (isClean && cities.size === 1) expect(orders.map(({ input }) => input.orderNumber)).toContain(number);
		}
	};

	it('is accounted for row by row, and every order is complete or not sent', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (items) => await check(items, 'refuse')),
			{ numRuns: 300 },
		);
	});

	it('is so too where empty numbers are the same as above', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (items) => await check(items, 'above')),
			{ numRuns: 300 },
		);
	});
});
