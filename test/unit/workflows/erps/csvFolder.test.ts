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
