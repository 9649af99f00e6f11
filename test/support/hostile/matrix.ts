import type { IDataObject } from 'n8n-workflow';
import type { Line, RunResult } from '../../engine';
import { knownOf, NODES } from '../../integration/operations/cases/known';
import { type Write, WRITES } from '../../integration/operations/cases/writes';
import { credentialFor } from '../credentials';
import { fresh } from '../refusedWrites';
import { type Settings, type Stage, useStage } from '../stage';
import type { HostileResponse } from './responses';
import { type HostileProxy, useHostileProxy } from './proxy';
import { faultsOf, textsOf } from './readable';

/** Every operation of every node under every contract that has it, and the writes that make further calls. */
export const USES: readonly Write[] = [
	...NODES.flatMap((node) =>
		knownOf(node).map(({ name, contract, resource, operation, given }) => ({
			what: `${name}, ${contract}`,
			contract,
			node,
			operation,
			parameters: { resource, ...given.parameters },
			items: [given.good],
			arrange: given.arrange,
		})),
	),
	...WRITES.filter(
		({ what }) => !NODES.some((node) => knownOf(node).some(({ name, contract }) => `${name}, ${contract}` === what)),
	),
];

/** Runs a use of a node through the proxy. */
async function run(
	stage: Stage,
	proxy: HostileProxy,
	use: Write,
	falsify: HostileResponse['falsify'] | undefined,
	at: number,
	onError: Settings['onError'],
): Promise<RunResult> {
	fresh(stage);
	const { contract, node, operation, parameters, items, arrange } = use;
	const more = (await arrange?.(stage)) ?? {};
	proxy.strike(stage.url, falsify ? at : 0, falsify);
	const all = { ...parameters, options: { ...(parameters.options as IDataObject | undefined), maxTries: 1 } };
	const credentials = credentialFor(contract, proxy.url);
	return await stage.run(node, operation, all, {
		contract,
		credentials,
		items: items.map((item) => ({ ...item, ...more })),
		onError,
	});
}

/** What a run wrote that no person can read. */
function unreadable(result: RunResult): string[] {
	const faults = textsOf(result).flatMap((text) => faultsOf(text).map((fault) => `${fault}: ${text.slice(0, 300)}`));
	const isSilent = result.items.length + result.errorItems.length === 0 && !result.error && result.status !== 'success';
	return [...faults, ...(isSilent ? ['no word at all'] : [])];
}

/** How many hostile answers a run of the matrix has given, for each line. */
export const given = new Map<Line, number>();

/**
 * Gives hostile answers to each call of every use in turn; whatever comes out must be readable.
 * @param pick which of the answers the n-th call of the matrix gets
 */
export function describeHostile(lines: readonly Line[], pick: (call: number) => readonly HostileResponse[]): void {
	describe.each(lines)('A hostile service, n8n line %s', (line) => {
		const stage = useStage(line);
		const proxy = useHostileProxy();
		let call = 0;

		it.each(USES)('gets nothing unreadable out of $what', async (use) => {
			const good = await run(stage, proxy, use, undefined, 0, 'stopWorkflow');
			expect(unreadable(good)).toEqual([]);
			const wrong: string[] = [];
			const { calls } = proxy;
			for (let at = 1; at <= calls; at++) {
				for (const [n, { what, falsify }] of pick(call++).entries()) {
					const result = await run(
						stage,
						proxy,
						use,
						falsify,
						at,
						(n + call) % 2 ? 'stopWorkflow' : 'continueErrorOutput',
					);
					given.set(line, (given.get(line) ?? 0) + 1);
					wrong.push(...unreadable(result).map((fault) => `call ${at}, ${what}: ${fault}`));
				}
			}
			fresh(stage);
			expect(wrong).toEqual([]);
		});
	});
}
