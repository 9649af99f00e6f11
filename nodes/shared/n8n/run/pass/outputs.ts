import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** The items of a run, by output. */
export class Outputs {
	private readonly byOutput: INodeExecutionData[][] = [[]];
	/** An AI agent only sees the first output of its tools. */
	private readonly isTool: boolean;

	constructor(context: IExecuteFunctions) {
		this.isTool = context.getNode().type.endsWith('Tool');
	}

	put(output: number, items: readonly INodeExecutionData[]): this {
		const at = this.isTool ? 0 : output;
		while (this.byOutput.length <= at) this.byOutput.push([]);
		for (const item of items) this.byOutput[at]?.push(item);
		return this;
	}

	all(): INodeExecutionData[][] {
		return this.byOutput;
	}
}
