import { useStage } from '../support/stage';
import { removeSchema, schemaFile, schemaFiles, writeSchema } from './files';
import { DESCRIBED, schemaText } from './generate';

// A program in the form of a test, because runs need what jest sets up: `npm run schemas`.
describe('The output schemas in nodes/*/__schema__', () => {
	const stage = useStage('2');

	it.each(DESCRIBED)('$node $name', async (described) => {
		writeSchema(schemaFile(described), await schemaText(stage, described));
	});

	it('those of operations that no node has are removed', () => {
		const files = DESCRIBED.map(schemaFile);
		for (const file of schemaFiles()) if (!files.includes(file)) removeSchema(file);
	});
});
