import type { IExecuteFunctions } from 'n8n-workflow';
import { Outputs } from '../../../nodes/shared/n8n/run/pass/outputs';

const contextOf = (type: string): IExecuteFunctions => ({ getNode: () => ({ type }) }) as unknown as IExecuteFunctions;
const item = (name: string) => ({ json: { name } });

describe('The outputs of a node', () => {
	it('have the items that were put there, in order', () => {
		const outputs = new Outputs(contextOf('extensivMapping'));
		outputs
			.put(1, [item('a')])
			.put(0, [item('b')])
			.put(1, [item('c')]);
		expect(outputs.all()).toEqual([[item('b')], [item('a'), item('c')]]);
	});

	it('are one for an AI agent, which sees no other', () => {
		const outputs = new Outputs(contextOf('extensivMappingTool'));
		expect(
			outputs
				.put(1, [item('a')])
				.put(0, [item('b')])
				.all(),
		).toEqual([[item('a'), item('b')]]);
	});
});
