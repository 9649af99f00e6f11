import { linesToReplay, linesToSend, reportOf } from '../../../workflows/code/orders-in';

const line = (orderNumber: number, sku: string) => ({ orderNumber, sku });
const LINES = [line(1, 'A'), line(1, 'B'), line(2, 'A')];
const SOURCE_1 = JSON.stringify(LINES.slice(0, 2));
const numbers = (lines: ReadonlyArray<Record<string, unknown>>): unknown[] =>
	lines.map(({ orderNumber }) => orderNumber);

describe('orders to send', () => {
	it('are all, if none failed before', () => {
		expect(linesToSend(LINES, [])).toEqual(LINES);
		expect(linesToSend(LINES, [{}])).toEqual(LINES);
	});

	it('are none, if the ERP gives none', () => {
		expect(linesToSend([{}], [])).toEqual([]);
	});

	it('do not include one that waits for its next try', () => {
		expect(numbers(linesToSend(LINES, [{ key: '1', state: 'open', item: SOURCE_1, source: SOURCE_1 }]))).toEqual([2]);
		expect(numbers(linesToSend(LINES, [{ key: '1', state: 'given up', item: SOURCE_1, source: SOURCE_1 }]))).toEqual([
			2,
		]);
	});

	it('include one that was mended in the ERP', () => {
		expect(numbers(linesToSend(LINES, [{ key: '1', state: 'open', item: '[]', source: '[]' }]))).toEqual([1, 1, 2]);
	});

	it('do not include one that was mended in the table, while the ERP still has it wrong', () => {
		expect(numbers(linesToSend(LINES, [{ key: '1', state: 'closed', item: '[]', source: SOURCE_1 }]))).toEqual([2]);
	});

	it('include one that got through', () => {
		const rows = [{ key: '1', state: 'closed', item: SOURCE_1, source: SOURCE_1 }];
		expect(numbers(linesToSend(LINES, rows))).toEqual([1, 1, 2]);
	});
});

describe('orders to replay', () => {
	it('are those of the table, unchanged, or else the order would count as mended there', () => {
		expect(linesToReplay([{ key: '1', item: SOURCE_1 }])).toEqual(JSON.parse(SOURCE_1));
	});

	it('are not sent if somebody broke the text', () => {
		expect(linesToReplay([{ key: '1', item: '[{' }])).toEqual([
			{ orderNumber: '1', item: '[{', problem: expect.stringContaining('cannot be read') },
		]);
	});
});

describe('the report', () => {
	const done = { orderNumber: '2', outcome: 'created', needsAttention: false };
	const refused = [
		{ orderNumber: 1, reason: 'Country: “Atlantis”', whatToDo: 'Correct it' },
		{ orderNumber: 1, reason: 'Country: “Atlantis”', whatToDo: 'Correct it' },
	];

	it('says nothing if there is nothing to say', () => {
		expect(reportOf({ orders: [done], refused: [], sent: LINES, rows: [] })).toBeUndefined();
	});

	it('names each failed order once, with all of its lines', () => {
		const own = LINES.slice(0, 2);
		expect(reportOf({ orders: [done], refused, sent: LINES, rows: [] })).toEqual({
			failures: [{ key: '1', reason: 'Country: “Atlantis”', remedy: 'Correct it', item: own, source: own }],
			ok: [],
			others: 'kept',
		});
	});

	it('names orders that Extensiv will not ship', () => {
		const order = { orderNumber: '2', needsAttention: true, status: 'UNRESOLVED', lifecycle: 'unresolved' };
		expect(reportOf({ orders: [order], refused: [], sent: LINES, rows: [] })?.failures).toMatchObject([
			{ key: '2', reason: expect.stringContaining('UNRESOLVED'), remedy: expect.stringContaining('listing') },
		]);
	});

	it('closes a row when its order got through, and every order of a replay', () => {
		const rows = [{ key: '2', state: 'open', item: '', source: '' }];
		expect(reportOf({ orders: [done], refused: [], sent: LINES, rows })?.ok).toEqual(['2']);
		expect(reportOf({ orders: [done], refused: [], sent: LINES, rows: undefined })?.ok).toEqual(['2']);
	});

	it('does not take the text of a replay for what the ERP gave', () => {
		const report = reportOf({ orders: [], refused, sent: LINES, rows: undefined });
		expect(report?.failures[0]?.source).toBeNull();
	});

	it('leaves a text that cannot be read as somebody wrote it', () => {
		const sent = linesToReplay([{ key: '1', item: '[{' }]);
		const report = reportOf({ orders: [], refused: [{ orderNumber: '1', reason: 'No JSON' }], sent, rows: undefined });
		expect(report?.failures).toMatchObject([{ item: '[{', remedy: expect.stringMatching(/\w/) }]);
	});
});
