import { percentOf } from './share';

/** How many pieces the ERP has on hand: in one warehouse, or (if `warehouseId` is null) in all of them. */
export interface ErpLevel {
	sku: string;
	warehouseId: string | null;
	onHand: number;
}

/** A level as the account shows it. */
export interface LiveLevel extends ErpLevel {
	warehouseName: string | null;
}

export type StockOutcome = 'equal' | 'different' | 'missingInExtensiv' | 'missingInErp';

/** What was found about one SKU, in one warehouse or in all of them together. */
export interface StockFinding {
	outcome: StockOutcome;
	sku: string;
	warehouseId: string | null;
	warehouseName: string | null;
	erpOnHand: number | null;
	extensivOnHand: number | null;
	/** Pieces that Extensiv has more than the ERP; null if one of them does not have the SKU. */
	difference: number | null;
	/** Index of the ERP row in the input; undefined if the ERP has none. */
	row?: number;
}

export interface StockComparisonOptions {
	/** A SKU that one side does not have counts as equal to one with 0 pieces. */
	zeroIsMissing: boolean;
	/** Keys of ERP rows that are not compared, for example because they could not be read: nothing is said about them. */
	unread?: ReadonlySet<string>;
}

/** Identifies a level: SKUs must be complete, and their case does not matter, as in Order Manager. */
export const levelKey = ({ sku, warehouseId }: Pick<ErpLevel, 'sku' | 'warehouseId'>): string =>
	`${sku.toLowerCase()}\n${warehouseId ?? ''}`;

/**
 * Compares the levels of an ERP with those of the account. Every SKU that one of them has is found once: those of the
 * ERP in their order, then those that only the account has.
 * @param erp without two rows of the same key
 */
export function compareStock(
	erp: readonly ErpLevel[],
	live: readonly LiveLevel[],
	{ zeroIsMissing, unread = new Set() }: StockComparisonOptions,
): StockFinding[] {
	const rest = new Map(live.map((level) => [levelKey(level), level]));
	// Of SKUs that only differ in case, the one that is spelled as in the ERP counts.
	const exact = new Map(live.map((level) => [`${level.sku}\n${level.warehouseId ?? ''}`, level]));
	const findings = erp.map((row, at): StockFinding => {
		const found = exact.get(`${row.sku}\n${row.warehouseId ?? ''}`) ?? rest.get(levelKey(row));
		rest.delete(levelKey(row));
		return { ...pair(row, found, zeroIsMissing), row: at };
	});
	// A row without a warehouse is about the SKU in all of them, and a total is about each of its parts.
	const skus = new Set([...unread].map((key) => key.slice(0, key.lastIndexOf('\n'))));
	const isUnread = (key: string, { sku, warehouseId }: LiveLevel): boolean =>
		warehouseId === null
			? skus.has(sku.toLowerCase())
			: unread.has(key) || unread.has(levelKey({ sku, warehouseId: null }));
	for (const [key, level] of rest) if (!isUnread(key, level)) findings.push(pair(undefined, level, zeroIsMissing));
	return findings;
}

function pair(erp: ErpLevel | undefined, live: LiveLevel | undefined, zeroIsMissing: boolean): StockFinding {
	const [one, other] = [erp?.onHand, live?.onHand];
	return {
		outcome: outcomeOf(one, other, zeroIsMissing),
		sku: erp?.sku ?? live?.sku ?? '',
		warehouseId: erp?.warehouseId ?? live?.warehouseId ?? null,
		warehouseName: live?.warehouseName ?? null,
		erpOnHand: one ?? null,
		extensivOnHand: other ?? null,
		difference: one === undefined || other === undefined ? null : other - one,
	};
}

function outcomeOf(erp: number | undefined, live: number | undefined, zeroIsMissing: boolean): StockOutcome {
	if (erp === live || (zeroIsMissing && (erp ?? 0) === 0 && (live ?? 0) === 0)) return 'equal';
	if (live === undefined) return 'missingInExtensiv';
	return erp === undefined ? 'missingInErp' : 'different';
}

export interface StockSummary {
	compared: number;
	equal: number;
	different: number;
	missingInExtensiv: number;
	missingInErp: number;
	/** Equal ones among all that were compared, in percent; null if nothing was. */
	accuracyPercent: number | null;
	/** Pieces by which the levels differ, added up regardless of their direction. */
	piecesOff: number;
}

export function summarizeStock(findings: readonly StockFinding[]): StockSummary {
	const counts: Record<StockOutcome, number> = { equal: 0, different: 0, missingInExtensiv: 0, missingInErp: 0 };
	let piecesOff = 0;
	for (const { outcome, erpOnHand, extensivOnHand } of findings) {
		counts[outcome] += 1;
		piecesOff += Math.abs((extensivOnHand ?? 0) - (erpOnHand ?? 0));
	}
	return {
		compared: findings.length,
		...counts,
		accuracyPercent: percentOf(counts.equal, findings.length),
		piecesOff,
	};
}
