import { templates } from '../../../../workflows/parts/templates';

const FOLDER = [...templates()].filter(([file]) => file.startsWith('csv-folder/'));

describe.each(FOLDER)('%s', (_file, { nodes }) => {
	const assigned = (name: string): string[] => {
		const { assignments } = nodes.find((node) => node.name === name)?.parameters['assignments'] as {
			assignments: Array<{ name: string }>;
		};
		return assignments.map((one) => one.name);
	};
	const text = JSON.stringify(nodes.map(({ parameters }) => parameters));

	it('has the settings that its steps and notes name', () => {
		const named = [
			...text.matchAll(/\$\('Settings'\)\.first\(\)\.json\.(\w+)/g),
			...text.matchAll(/\bsettings\.(\w+)/g),
		].map(([, name]) => name!);
		const settings = assigned('Settings');
		expect([...new Set(named)].filter((name) => !settings.includes(name))).toEqual([]);
	});

	it('has a name for each column that it reads', () => {
		for (const { name, parameters } of nodes) {
			const layout = /const layout = (\{.*\});/.exec(String(parameters['jsCode']))?.[1];
			if (!layout) continue;
			const { needed, used } = JSON.parse(layout) as { needed: string[]; used: string[] };
			expect(assigned(`Your columns of ${name.replace('Rows of ', '')}`).sort()).toEqual([...needed, ...used].sort());
		}
	});
});

it('are six flows', () => {
	expect(FOLDER).toHaveLength(6);
});

describe.each(FOLDER.filter(([file]) => /-back/.test(file)))('%s', (_file, { nodes, connections }) => {
	const next = (from: string, output = 0): string => connections[from]?.main?.[output]?.[0]?.node ?? '';
	const path = (from: string, steps: number): string[] =>
		steps === 0 ? [] : [next(from), ...path(next(from), steps - 1)];

	it('notes the lines before it writes a file, notes the file after that, and announces it last', () => {
		expect(path('Write it?', 10)).toEqual([
			...['Note the lines: row', 'Note the lines', 'Content of the file', 'Write the file'],
			...['What the table keeps', 'Note that it is written', 'Announce it?'],
			...['Content of the ready file', 'Write the ready file', 'Note that it is announced: row'],
		]);
		expect(next('Write the file', 1)).toBe('Note that it failed: row');
	});

	it('comes back to the loop on every way', () => {
		const ends = ['Note that it is announced', 'Note that it failed'];
		expect([...ends.map((end) => next(end)), next('Announce it?', 1)]).toEqual(Array(3).fill('One file at a time'));
		expect(next('Write it?', 1)).toBe('What the table keeps');
	});

	it('notes all lines of a file in one row', () => {
		const notes = nodes.filter(({ name }) => /^Note (the lines|that it is written)$/.test(name));
		for (const { parameters } of notes)
			expect(parameters).toMatchObject({
				operation: 'upsert',
				filters: { conditions: [{ keyName: 'file', keyValue: '={{ $json.file }}' }] },
			});
	});
});
