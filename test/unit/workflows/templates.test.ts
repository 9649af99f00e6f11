import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import type { Workflow } from '../../../workflows/parts/canvas';
import { templates, textOf } from '../../../workflows/parts/templates';

const FOLDER = path.join(__dirname, '../../../workflows');
const all = [...templates()];

/** Templates that are written by hand. */
const BY_HAND = ['erp-orders-to-extensiv.json', 'orders-in-portions.json'];

const targetsOf = (outputs: Workflow['connections'][string]): string[] =>
	Object.values(outputs).flatMap((links) => links.flat().map(({ node }) => node));

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
		const linked = Object.entries(connections).flatMap(([from, outputs]) => [from, ...targetsOf(outputs)]);
		expect(linked.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('has no step that nothing leads to, but for triggers and what an AI agent works with', () => {
		const reached = new Set(Object.values(connections).flatMap(targetsOf));
		const isPartOfAgent = (name: string): boolean =>
			Object.keys(connections[name] ?? {}).some((type) => type.startsWith('ai_'));
		const alone = steps.filter(
			({ name, type }) => !reached.has(name) && !/Trigger$|\.webhook$/.test(type) && !isPartOfAgent(name),
		);
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
