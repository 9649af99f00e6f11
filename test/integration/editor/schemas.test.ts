import { readSchema, schemaFile, schemaFiles } from '../../schemas/files';
import { DESCRIBED, schemaText } from '../../schemas/generate';
import { FURTHER_RUNS } from '../../schemas/runs';
import { useStage } from '../../support/stage';

describe('The output that the editor shows before anything was run', () => {
	const stage = useStage('2');

	it('is there for every operation and for nothing else (npm run schemas writes and removes files)', () => {
		expect(schemaFiles().sort()).toEqual(DESCRIBED.map(schemaFile).sort());
	});

	it.each(DESCRIBED)('is what $node gives for $name (npm run schemas writes it)', async (described) => {
		expect(readSchema(schemaFile(described))).toBe(await schemaText(stage, described));
	});

	it('comes from runs of operations that exist', () => {
		const names = DESCRIBED.map(({ node, name }) => `${node} ${name}`);
		const further = Object.entries(FURTHER_RUNS).flatMap(([node, runs]) =>
			Object.keys(runs).map((name) => `${node} ${name}`),
		);
		expect(names).toEqual(expect.arrayContaining(further));
	});
});
