import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, workflowFile } from '../../host';

const template = workflowFile.parse(
	JSON.parse(readFileSync(path.join(projectFolder, 'workflows', 'orders-in-portions.json'), 'utf8')),
);
const node = (name: string) => template.nodes.find((one) => one.name === name);
const after = (name: string): string[] =>
	((template.connections[name] as { main: Array<Array<{ node: string }>> } | undefined)?.main ?? [])
		.flat()
		.map((one) => one.node);

describe('the template that reads orders in portions', () => {
	it('goes on at the position of the last order of the portion before', () => {
		expect(node('Read a portion')?.parameters).toMatchObject({
			operation: 'getAll',
			returnAll: false,
			limit: 5000,
			options: { continueAt: "={{ $json.position ?? '' }}" },
		});
		expect(node('Last order of the portion')?.parameters).toEqual({ maxItems: 1, keep: 'lastItems' });
		expect(after('Last order of the portion')).toEqual(['Where it stopped']);
	});

	it('hands each portion to the steps of the user before it says where it stopped', () => {
		expect(after('Read a portion')).toEqual(['Your steps', 'Last order of the portion']);
		const height = (name: string): number => (node(name)?.position as [number, number])[1];
		// n8n runs the upper branch first, and the last step is what a workflow returns.
		expect(height('Your steps')).toBeLessThan(height('Last order of the portion'));
		expect(template.settings).toMatchObject({ executionOrder: 'v1' });
	});

	it('calls itself until a portion is empty', () => {
		expect(node('Next portion')?.parameters).toMatchObject({ workflowId: { value: '={{ $workflow.id }}' } });
		expect(after('Next portion')).toEqual(['Until a portion is empty']);
		expect(after('Until a portion is empty')).toEqual(['Next portion']);
	});

	it('has connections between steps that exist', () => {
		const names = Object.keys(template.connections);
		expect([...names, ...names.flatMap(after)].filter((name) => !node(name))).toEqual([]);
	});
});
