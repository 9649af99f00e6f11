import { jsonLine, table } from '../../demo/report';

const run = {
	executionId: '1',
	created: ['1'],
	existing: ['2', '3'],
	unresolved: [],
	refused: [{ orderNumber: '4', reason: 'It has no lines.' }],
	notes: new Map<string, string>(),
	stockRows: 0,
	requests: {},
	seconds: 1,
	createSeconds: 1,
};

describe('The report of a demonstration run', () => {
	it('has the words that the nodes and the line for programs have for what came of an order', () => {
		const text = ['created', 'existing', 'refused'];
		const rows = table(1, 'live', 4, run)
			.split('\n')
			.map((row) => row.trim());
		expect(rows.filter((row) => /^orders (?!in)/.test(row)).map((row) => row.split(/\s+/))).toEqual(
			text.map((word, at) => ['orders', word, String([1, 2, 1][at])]),
		);
		expect(JSON.parse(jsonLine(1, 'live', 4, run))).toMatchObject({ created: 1, existing: 2, failed: 1 });
	});
});
