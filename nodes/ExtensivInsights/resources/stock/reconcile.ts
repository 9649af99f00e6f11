import type { OrderManagerApi } from '../../../shared/api/ports';
import type { UnreadableRecord } from '../../../shared/api/ports/unreadable';
import { InputError } from '../../../shared/domain/inputError';
import { InputProblem } from '../../../shared/domain/inputProblem';
import {
	compareStock,
	type ErpLevel,
	levelKey,
	type LiveLevel,
	type StockFinding,
	summarizeStock,
} from '../../../shared/domain/insights/stockComparison';
import { rethrow } from '../../../shared/http/errors/rethrow';
import type { Fields } from '../../../shared/n8n/read/params';
import {
	type Refused,
	type Report,
	type ReportGiven,
	type ReportInput,
	reportOperation,
	type ReportTools,
} from '../../../shared/n8n/run/operation';
import { groupsByKey, sameTwice } from '../../refused';

const keyOf = (fields: Fields): Pick<ErpLevel, 'sku' | 'warehouseId'> => ({
	sku: fields.requiredCode('sku', 'SKU'),
	warehouseId: fields.locator('warehouse', 'Warehouse') ?? null,
});

/** ERPs count below zero what was sold before it was booked in. */
const LEAST = -2_147_483_648;

export const reconcile = reportOperation<ErpLevel>({
	read: (fields) => ({ ...keyOf(fields), onHand: fields.quantity('onHand', 'On Hand', LEAST) }),
	keyOf: (fields) => levelKey(keyOf(fields)),
	arrange: (rows) => {
		const { single, repeated } = groupsByKey(rows, levelKey);
		const refused = repeated.map(({ items, value }) => ({
			...sameTwice(items, nameOf(value), 'SKU', 'Add the rows up before this node, or map the warehouse.'),
			key: levelKey(value),
		}));
		// A total of all warehouses and a part of it cannot be compared side by side.
		const parts = single.filter(({ value }) => value.warehouseId !== null);
		if (parts.length === 0 || parts.length === single.length) return { inputs: single, refused };
		const totals = single.filter(({ value }) => value.warehouseId === null);
		return { inputs: parts, refused: [...refused, ...totals.map(withoutWarehouse)] };
	},
	run: async (manager, given, tools) => await compare(manager, given, tools),
});

async function compare(
	manager: OrderManagerApi,
	{ inputs, unread, parameters }: ReportGiven<ErpLevel>,
	tools: ReportTools,
): Promise<Report> {
	const isPart = parameters.raw('scope') === 'input';
	const { levels, doubts, unknown } = await liveLevels(manager, inputs, isPart, tools);
	const known = inputs.filter(({ value }) => !unknown.has(value.warehouseId));
	const options = { zeroIsMissing: parameters.inside('options').flag('zeroIsMissing'), unread };
	const [doubt] = doubts;
	const found = compareStock(
		known.map(({ value }) => value),
		levels,
		options,
	);
	const itemsOf = ({ row }: StockFinding): number[] => (row === undefined ? [] : (known[row]?.items ?? []));
	// A SKU that was not found may be the one of a record that could not be read.
	const isDoubtful = ({ outcome }: StockFinding): boolean => doubt !== undefined && outcome === 'missingInExtensiv';
	const findings = found.filter((one) => !isDoubtful(one));
	const shown =
		parameters.raw('output') === 'everything' ? findings : findings.filter(({ outcome }) => outcome !== 'equal');
	const first = inputs[0]?.items ?? [];
	return {
		rows: shown.map(({ row, ...json }) => ({ json, items: row === undefined ? first : itemsOf({ ...json, row }) })),
		summary: summarizeStock(findings),
		refused: [
			...inputs.flatMap((input) => {
				const error = unknown.get(input.value.warehouseId);
				return error ? [{ items: input.items, subject: nameOf(input.value), error }] : [];
			}),
			...found.filter(isDoubtful).map((one) => ({ items: itemsOf(one), subject: nameOf(one), error: doubt as Error })),
		],
	};
}

interface Levels {
	levels: LiveLevel[];
	doubts: UnreadableRecord[];
	/** Warehouses that the account does not have, with the error about each. */
	unknown: Map<string | null, Error>;
}

/** The levels of all places that the input names. */
async function liveLevels(
	manager: OrderManagerApi,
	inputs: ReadonlyArray<ReportInput<ErpLevel>>,
	isPart: boolean,
	tools: ReportTools,
): Promise<Levels> {
	const all: Levels = { levels: [], doubts: [], unknown: new Map() };
	const options = {
		ahead: () => Infinity,
		unreadable: (record: UnreadableRecord) => {
			all.doubts.push(record);
			tools.unreadable(record);
		},
	};
	for (const warehouseId of new Set(inputs.map(({ value }) => value.warehouseId))) {
		const skus = inputs.filter(({ value }) => value.warehouseId === warehouseId).map(({ value }) => value.sku);
		const filter = {
			...(isPart ? { skus } : {}),
			...(warehouseId === null ? {} : { warehouseId }),
			perWarehouse: warehouseId !== null,
		};
		try {
			for await (const page of manager.stock.list(filter, options))
				for (const { value } of page) {
					const { sku, onHand, warehouseName } = value;
					all.levels.push({ sku, onHand, warehouseId, warehouseName });
				}
		} catch (error) {
			if (!(error instanceof InputProblem)) rethrow(error);
			all.unknown.set(warehouseId, error);
		}
	}
	return all;
}

const nameOf = ({ sku, warehouseId }: Pick<ErpLevel, 'sku' | 'warehouseId'>): string =>
	warehouseId === null ? `SKU ${sku}` : `SKU ${sku} in warehouse ${warehouseId}`;

const withoutWarehouse = ({ items, value }: ReportInput<ErpLevel>): Refused => ({
	items,
	subject: nameOf(value),
	key: levelKey(value),
	error: new InputError(
		'Warehouse',
		'Other items name a warehouse, and this one does not.',
		'Map the warehouse in all items, or in none to compare the total of all warehouses.',
	),
});
