import { readTemplate, readTemplateText } from '../../demo/template';
import { withCode } from '../../demo/templateCode';

describe('the template', () => {
	it('carries the code of its steps as it is in workflows/code (npm run docs writes it anew)', () => {
		expect(readTemplateText()).toBe(`${JSON.stringify(withCode(JSON.parse(readTemplateText())), null, 2)}\n`);
	});

	it('calculates with nothing that it has read: numbers and dates are the node’s business', () => {
		const create = readTemplate().nodes.find(({ name }) => name === 'Create orders in Extensiv');
		const text = JSON.stringify(create?.parameters);
		expect(text).not.toMatch(/Math\.|Number\(|parseFloat|T00:00:00Z|\.slice\(/);
	});

	it('has connections between steps that exist', () => {
		const { nodes, connections } = readTemplate();
		const names = new Set(nodes.map(({ name }) => name));
		const linked = Object.entries(connections as Record<string, { main: Array<Array<{ node: string }>> }>).flatMap(
			([from, { main }]) => [from, ...main.flat().map(({ node }) => node)],
		);
		expect(linked.filter((name) => !names.has(name))).toEqual([]);
	});
});
