import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { templates, textOf } from '../../../workflows/parts/templates';

const FOLDER = path.join(__dirname, '../../../workflows');
const all = [...templates()];

/** Templates that are written by hand. */
const BY_HAND = ['erp-orders-to-extensiv.json', 'orders-in-portions.json'];

describe('the generated templates', () => {
	it('are those of the parts, and no others (npm run templates writes them anew)', () => {
		const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
		expect(files.sort()).toEqual([...BY_HAND, ...all.map(([file]) => file)].sort());
	});

	it.each(all)('%s is written as its parts say', (file, workflow) => {
		const target = path.join(FOLDER, file);
		expect(existsSync(target) && readFileSync(target, 'utf8')).toBe(textOf(workflow));
	});
});

describe.each(all)('%s', (_file, { nodes, connections, settings }) => {
	const names = nodes.map(({ name }) => name);
	const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote'));
	const steps = nodes.filter(({ type }) => !type.endsWith('.stickyNote'));

	it('has steps of different names, and links only between them', () => {
		expect(new Set(names).size).toBe(names.length);
		const linked = Object.entries(connections).flatMap(([from, { main }]) => [
			from,
			...main.flat().map(({ node }) => node),
		]);
		expect(linked.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('has no step that nothing leads to, but for triggers and loops over sub-workflows', () => {
		const reached = new Set(Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node)));
		const alone = steps.filter(({ name, type }) => !reached.has(name) && !/Trigger$|\.webhook$/.test(type));
		expect(alone.map(({ name }) => name)).toEqual([]);
	});

	it('explains itself on notes', () => {
		expect(notes.length).toBeGreaterThanOrEqual(2);
		for (const { parameters } of notes) expect(parameters['content']).toMatch(/\S{3,}/);
	});

	it('refers only to steps that it has', () => {
		const text = JSON.stringify(steps.map(({ parameters }) => parameters));
		const referred = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
		expect(referred.filter((name) => name !== undefined && !names.includes(name))).toEqual([]);
	});

	it('has code that n8n can read', () => {
		for (const { name, parameters } of steps) {
			const { jsCode } = parameters;
			if (typeof jsCode === 'string') expect(() => new Script(`async () => {\n${jsCode}\n}`, name)).not.toThrow();
		}
	});

	it('has no credential, and does not keep every execution', () => {
		expect(nodes.filter((node) => 'credentials' in node)).toEqual([]);
		expect(settings).toMatchObject({ saveDataErrorExecution: 'all' });
	});
});
