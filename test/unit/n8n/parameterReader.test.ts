import { type ParameterReader, readerOf } from '../../../nodes/shared/n8n/read/parameterReader';
import { ASK_N8N } from '../../../nodes/shared/n8n/read/plainReference';

const STEP = /\.?([A-Za-z_]\w*)|\[(\d+|"(?:[^"\\]|\\.)*")\]/g;

/** What is at a path, as n8n finds it. */
const at = (parameters: unknown, path: string): unknown =>
	[...path.matchAll(STEP)]
		.map(([, name, quoted]) => name ?? (JSON.parse(quoted ?? '') as string | number))
		.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], parameters);

/** A run whose n8n answers with the path and the item that it was asked for. */
function runWith(parameter: unknown, items: unknown[] = [{ sku: 'A' }, { sku: 'B' }]) {
	const asked: string[] = [];
	const failing = new Set<string>();
	const reader: ParameterReader = readerOf('field', {
		raw: (path) => at({ field: parameter }, path),
		evaluate: (path, item) => {
			asked.push(`${path} of ${item}`);
			if (failing.has(path)) throw new Error(`no ${path}`);
			return at({ field: parameter }, path);
		},
		jsonOf: (item) => items[item],
	});
	return { reader, asked, failing };
}

describe('a parameter', () => {
	it.each<[string, unknown]>([
		['a text', 'MUG'],
		['an expression without braces', '=MUG'],
		['a locator', { __rl: true, mode: 'id', value: '7' }],
		['nothing', null],
	])('without references is read once: %s', (_, parameter) => {
		const { reader, asked } = runWith(parameter);
		expect([reader.read(0), reader.read(1)]).toEqual([parameter, parameter]);
		expect([reader.isConstant, asked]).toEqual([true, ['field of 0']]);
	});

	it('that is the same for all items cannot be changed by one of them', () => {
		const { reader } = runWith({ value: { lines: [{ sku: 'A' }] } });
		const given = reader.read(0) as { value: { lines: unknown[] } };
		expect(() => given.value.lines.push('more')).toThrow(TypeError);
		expect(reader.read(1)).toEqual({ value: { lines: [{ sku: 'A' }] } });
	});

	it('with references only never asks n8n', () => {
		const { reader, asked } = runWith({ row: [{ sku: '={{ $json.sku }}', unit: 'pcs' }], schema: [{ id: 'sku' }] });
		expect([reader.read(0), reader.read(1)]).toEqual([
			{ row: [{ sku: 'A', unit: 'pcs' }], schema: [{ id: 'sku' }] },
			{ row: [{ sku: 'B', unit: 'pcs' }], schema: [{ id: 'sku' }] },
		]);
		expect([reader.isConstant, asked]).toEqual([false, []]);
	});

	it('does not let an item change what the next one gets', () => {
		const { reader } = runWith({ rows: [{ sku: '={{ $json.sku }}' }] });
		(reader.read(0) as { rows: unknown[] }).rows.push('more');
		expect(reader.read(1)).toEqual({ rows: [{ sku: 'B' }] });
	});

	it('asks n8n for the other expressions of a collection only, by their paths', () => {
		const parameter = { sku: '={{ $json.sku }}', 'a "b".c': '={{ $now }}', rows: ['={{ $json.sku }}', '={{ $now }}'] };
		const { reader, asked } = runWith(parameter);
		expect(reader.read(1)).toEqual({ ...parameter, sku: 'B', rows: ['B', '={{ $now }}'] });
		expect(asked).toEqual([String.raw`field["a \"b\".c"] of 1`, 'field.rows[1] of 1']);
	});

	it('whose expression fails is evaluated as a whole, so that the error names it', () => {
		const { reader, failing } = runWith({ sku: '={{ $json.sku }}', name: '={{ $now }}' });
		failing.add('field.name').add('field');
		expect(() => reader.read(0)).toThrow('no field');
	});

	it.each<[string, unknown]>([
		['another expression', '={{ $json.sku.trim() }}'],
		['a collection without references', { sku: '={{ $json.sku.trim() }}', unit: 'pcs' }],
		['an expression that may name its neighbors', { sku: '={{ $json.sku }}', other: '={{ $parameter["&sku"] }}' }],
	])('is left to n8n as a whole: %s', (_, parameter) => {
		const { reader, asked } = runWith(parameter);
		reader.read(0);
		reader.read(1);
		expect(asked).toEqual(['field of 0', 'field of 1']);
	});

	it('is left to n8n where its expressions see other items than the node', () => {
		const { reader, asked } = runWith('={{ $json.sku }}', [ASK_N8N]);
		reader.read(0);
		expect(asked).toEqual(['field of 0']);
	});

	it('asks n8n for a value that only its engine gives', () => {
		const { reader, asked } = runWith({ sku: '={{ $json.sku }}' }, [{ sku: NaN }, { sku: 'B' }]);
		expect(reader.read(1)).toEqual({ sku: 'B' });
		reader.read(0);
		expect(asked).toEqual(['field.sku of 0']);
	});
});
