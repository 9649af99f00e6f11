import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { Engine, type Line, type NodeSettings } from '../engine';
import { connect } from '../engine/client';
import { startEngineProcess } from '../engine/processes';

/** A pack with one node, which reads its parameters in both ways: as the pack does, and through n8n. */
export const REFERENCES = path.join(__dirname, '../engine/references');

/** n8n's expression engines: as its core alone has it, and those that n8n itself starts. */
export type ExpressionEngine = 'legacy' | 'vm' | 'quickjs';

/** A parameter that the two ways read differently. */
export interface Difference {
	name: string;
	raw: unknown;
	item: number;
	json: string;
	ours: string;
	theirs: string;
}

export interface Comparison {
	/** Parameters of items that were read in both ways. */
	compared: number;
	/** How often the pack's way asked n8n. */
	evaluated: number;
	differing: Difference[];
}

/** What JSON has no form for; the node makes it of this. */
export const special = (is: string, value?: unknown): IDataObject => ({ $is: is, value }) as IDataObject;

/**
 * An engine in a process of its own, with that expression engine.
 * @param node another Node.js: n8n's isolate is made for newer versions
 */
export async function openWith(line: Line, expressions: ExpressionEngine, node?: string): Promise<Engine> {
	const { port, stop } = await startEngineProcess(line, node === undefined ? {} : { node });
	const ask = connect(port);
	const engine = new Engine(line, ask, await ask('open', { pack: REFERENCES }), stop);
	const parameters = { operation: 'engine', engine: expressions };
	const { items } = await engine.runNode({ node: 'references', parameters });
	if (items[0]?.json.engine === expressions) return engine;
	await engine.close();
	throw new Error(`n8n line ${line} has no expression engine ${expressions} in this Node.js.`);
}

/** Names of the node's plain parameters. */
const TEXTS = Array.from({ length: 20 }, (_, at) => `text${at}`);
export const EXPRESSIONS_A_RUN = TEXTS.length;

/** Up to 20 expressions as parameters, each alone. */
export const alone = (expressions: readonly string[]): IDataObject =>
	Object.fromEntries(expressions.map((one, at) => [`text${at}`, one]));

/** The same, and all together in a collection, in rows and in a mapper. */
export function parametersWith(expressions: readonly string[]): IDataObject {
	const texts = alone(expressions);
	const rows = expressions.map((one, at) => ({ [`text${at}`]: one, text0: at % 2 ? '=text' : 'text' }));
	const names = ['plain', 'a.b', 'say "it\'s" \\', 'customField:7', '0', 'größe', ''];
	const named = Object.fromEntries(expressions.map((one, at) => [`${names[at % names.length]}${at}`, one]));
	return {
		...texts,
		group: { ...texts, text19: 'constant' },
		rows: { row: rows },
		locator: { __rl: true, mode: 'id', value: expressions[0] },
		columns: { mappingMode: 'defineBelow', value: named, schema: [{ id: 'sku', displayName: '=SKU' }] },
	};
}

/** Reads the parameters in each item in both ways. */
export async function compare(
	engine: Engine,
	parameters: IDataObject,
	items: readonly IDataObject[],
	settings: NodeSettings = {},
): Promise<Comparison> {
	const { error, nodes } = await engine.runWorkflow(
		[
			{ name: 'Revive', node: 'references', parameters: { operation: 'revive' } },
			{ name: 'Compare', node: 'references', parameters: { operation: 'compare', ...parameters }, ...settings },
		],
		[
			['Start', 'Revive'],
			['Revive', 'Compare'],
		],
		{ items: [...items] },
	);
	if (error) throw new Error(`${error.message} in ${JSON.stringify(parameters)}`);
	return nodes.Compare?.items[0]?.json as unknown as Comparison;
}
