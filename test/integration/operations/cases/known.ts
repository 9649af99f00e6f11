import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../../../engine';
import { type SupportedOperation, supportedBy } from '../../../support/supported';
import type { NodeName, Settings, Stage } from '../../../support/stage';
import { CASES } from '.';
import { type Case, caseFor } from './case';

/** An operation as a node offers it under a contract, and its case. */
export interface Known extends SupportedOperation {
	node: NodeName;
	given: Case;
}

export const NODES = Object.keys(CASES) as NodeName[];

/** All operations of a node that have a case, under every contract that offers them. */
export const knownOf = (node: NodeName): Known[] =>
	supportedBy(node).flatMap((supported) => {
		const given = caseFor(CASES[node], supported.name, supported.contract);
		return given ? [{ ...supported, node, given }] : [];
	});

/** Runs an operation on items, which get the fields that the preparation gave. The calls of the preparation do not count. */
export async function runCase(
	stage: Stage,
	{ node, resource, operation, contract, given }: Known,
	items: IDataObject[],
	settings: Settings = {},
): Promise<RunResult> {
	const more = (await given.arrange?.(stage)) ?? {};
	stage.control.clearRequests();
	return await stage.run(
		node,
		operation,
		{ resource, ...given.parameters },
		{ contract, items: items.map((item) => ({ ...item, ...more })), ...settings },
	);
}
