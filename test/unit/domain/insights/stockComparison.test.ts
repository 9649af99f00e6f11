import {
	compareStock,
	type ErpLevel,
	levelKey,
	type LiveLevel,
	summarizeStock,
} from '../../../../nodes/shared/domain/insights/stockComparison';

const erp = (sku: string, onHand: number, warehouseId: string | null = null): ErpLevel => ({
	sku,
	onHand,
	warehouseId,
});
const live = (sku: string, onHand: number, warehouseId: string | null = null): LiveLevel => ({
	...erp(sku, onHand, warehouseId),
	warehouseName: warehouseId && `Warehouse ${warehouseId}`,
});
const STRICT = { zeroIsMissing: false };

describe('comparing stock', () => {
	it('finds each SKU once: what is equal, what differs, and what one side does not have', () => {
		const findings = compareStock(
			[erp('A', 5), erp('B', 5), erp('C', 1)],
			[live('B', 7), live('A', 5), live('D', 3)],
			STRICT,
		);
		expect(findings.map(({ sku, outcome }) => `${sku} ${outcome}`)).toEqual([
			'A equal',
			'B different',
			'C missingInExtensiv',
			'D missingInErp',
		]);
		expect(findings[1]).toEqual({
			outcome: 'different',
			sku: 'B',
			warehouseId: null,
			warehouseName: null,
			erpOnHand: 5,
			extensivOnHand: 7,
			difference: 2,
			row: 1,
		});
		expect(findings[3]).toMatchObject({ erpOnHand: null, extensivOnHand: 3, difference: null });
	});

	it('takes complete SKUs, in any case, and never the beginning of one', () => {
		const findings = compareStock([erp('mug', 5)], [live('MUG', 5), live('MUG-XL', 9)], STRICT);
		expect(findings.map(({ sku, outcome }) => `${sku} ${outcome}`)).toEqual(['mug equal', 'MUG-XL missingInErp']);
	});

	it('compares warehouse by warehouse', () => {
		const findings = compareStock([erp('A', 5, '1'), erp('A', 2, '2')], [live('A', 5, '1'), live('A', 3, '2')], STRICT);
		expect(findings.map(({ warehouseName, outcome }) => `${warehouseName}: ${outcome}`)).toEqual([
			'Warehouse 1: equal',
			'Warehouse 2: different',
		]);
	});

	it('says nothing about rows that could not be read', () => {
		const unread = new Set([levelKey(erp('A', 0))]);
		expect(compareStock([], [live('A', 5)], { ...STRICT, unread })).toEqual([]);
	});

	it('counts 0 pieces and a missing SKU as equal only where the user wants that', () => {
		const outcomes = (zeroIsMissing: boolean): string[] =>
			compareStock([erp('A', 0), erp('B', 1)], [live('C', 0), live('D', 1)], { zeroIsMissing }).map(
				({ outcome }) => outcome,
			);
		expect(outcomes(false)).toEqual(['missingInExtensiv', 'missingInExtensiv', 'missingInErp', 'missingInErp']);
		expect(outcomes(true)).toEqual(['equal', 'missingInExtensiv', 'equal', 'missingInErp']);
	});

	it('sums up: the accuracy is the share of equal ones among all', () => {
		const findings = compareStock(
			[erp('A', 5), erp('B', 5), erp('C', 1)],
			[live('B', 7), live('A', 5), live('D', 3)],
			STRICT,
		);
		expect(summarizeStock(findings)).toEqual({
			compared: 4,
			equal: 1,
			different: 1,
			missingInExtensiv: 1,
			missingInErp: 1,
			accuracyPercent: 25,
			piecesOff: 2 + 1 + 3,
		});
		expect(summarizeStock([]).accuracyPercent).toBeNull();
	});
});
