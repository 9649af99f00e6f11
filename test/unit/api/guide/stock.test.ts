import { InputProblem } from '../../../../nodes/shared/domain/inputProblem';
import type { StockFilter, StockSetting } from '../../../../nodes/shared/domain/stock/stock';
import { orderManager } from '../../../support/apiClient';
import { usePlace } from '../../../support/place';
import { COLUMBUS, RENO, errorAt, listed, numbers, placed, values, succeeded, failed } from '../../../support/samples';
import { useScriptedService } from '../../../support/scriptedService';

const setting = (more: Partial<StockSetting> = {}): StockSetting => ({
	sku: 'MUG',
	warehouseId: COLUMBUS,
	onHand: 4,
	...more,
});

describe("stock of the guide's contract", () => {
	const place = usePlace();
	beforeEach(() => {
		place.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5101, onHand: 10, location: 'A-1', locked: 1 },
				{ sku: 'MUG', warehouseId: 5102, onHand: 7 },
				{ sku: 'MUG-XL', warehouseId: 5102, onHand: 3 },
			],
		});
	});
	const stock = () => place.manager('guide').stock;
	const rows = async (filter: StockFilter) =>
		(await listed(stock().list(filter, {}))).map(({ sku, warehouseId, onHand }) => [sku, warehouseId, onHand]);
	const set = (...settings: StockSetting[]) => stock().set(placed(settings), { createMissing: false });
	const onHand = (sku: string, warehouseId = 5102): number | undefined =>
		place.control.books().stock.find((row) => row.sku === sku && row.warehouseId === warehouseId)?.onHand;

	it('is read per product and warehouse', async () => {
		expect(await rows({ skus: ['MUG'], perWarehouse: true })).toEqual([
			['MUG', RENO, 10],
			['MUG', COLUMBUS, 7],
		]);
	});

	it('is read for one warehouse, with its name', async () => {
		expect(await listed(stock().list({ skus: ['MUG'], warehouseId: RENO, perWarehouse: false }, {}))).toEqual([
			expect.objectContaining({ sku: 'MUG', warehouseId: RENO, warehouseName: 'Reno In-House', onHand: 10 }),
		]);
	});

	it('is added up per product', async () => {
		const [mug, ...others] = await listed(stock().list({ skus: ['MUG'], perWarehouse: false }, {}));
		expect(mug).toMatchObject({ sku: 'MUG', warehouseId: null, onHand: 17, available: 16, allocated: 0, locked: null });
		expect(others).toEqual([]);
	});

	it('is not misled by SKUs that begin alike', async () => {
		expect(await rows({ skus: ['MUG-XL', 'MU'], perWarehouse: true })).toEqual([['MUG-XL', COLUMBUS, 3]]);
	});

	it('is set', async () => {
		expect(values(await set(setting()))).toMatchObject([{ sku: 'MUG', warehouseId: COLUMBUS, onHand: 4 }]);
		expect(onHand('MUG')).toBe(4);
	});

	it('is set with a report of what the contract has no place for', async () => {
		expect(values(await set(setting({ location: 'A-1', notes: 'counted' })))).toMatchObject([
			{ notSent: ['location', 'notes'] },
		]);
	});

	it('fails for the refused rows only, which are counted from 0', async () => {
		const outcomes = await set(
			setting({ sku: 'NOPE' }),
			setting({ onHand: 5 }),
			setting({ sku: 'MUG-XL', warehouseId: '999' }),
		);
		expect(succeeded(outcomes)).toEqual([1]);
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: { kind: 'rowRefused', code: 'UNKNOWN_SKU', field: 'sku', subject: 'NOPE' },
		});
		expect(errorAt(outcomes, 2)).toMatchObject({ facts: { code: 'UNKNOWN_WAREHOUSE' } });
		expect(onHand('MUG')).toBe(5);
	});

	it('refuses a warehouse that is no id without stopping the others', async () => {
		const outcomes = await set(setting({ warehouseId: 'Columbus' }), setting({ onHand: 5, sku: 'MUG-XL' }));
		expect(succeeded(outcomes)).toEqual([1]);
		expect(onHand('MUG-XL')).toBe(5);
	});

	it('refuses the same place twice in one run', async () => {
		const outcomes = await set(setting({ onHand: 1 }), setting({ onHand: 2 }));
		expect(errorAt(outcomes, 1)).toBeInstanceOf(InputProblem);
		expect(onHand('MUG')).toBe(1);
	});

	it.each(['429', '500', 'reset', 'truncated', 'lostAnswer', 'any'] as const)(
		'comes to the same under trouble on every second call (%s)',
		async (kind) => {
			const skus = numbers(401).map((number) => `K-${number}`);
			place.control.seed({ products: skus.map((sku) => ({ sku })) });
			place.control.faults([{ kind, every: 2 }]);
			values(await set(...skus.map((sku, at) => setting({ sku, onHand: at + 1 }))));
			const { stock: booked } = place.control.books();
			const bySku = new Map(booked.map((row) => [row.sku, row.onHand]));
			expect(skus.map((sku) => bySku.get(sku))).toEqual(skus.map((_, at) => at + 1));
			expect(place.struck).toBeGreaterThan(0);
		},
	);
});

describe("a guide's service with strange row errors", () => {
	const service = useScriptedService();
	const set = () =>
		orderManager('guide', service.url).stock.set(placed([setting({ sku: 'A' }), setting({ sku: 'B' })]), {
			createMissing: false,
		});

	it('that count from 0: the first row is the first row', async () => {
		service.script({
			body: {
				results: [{ sku: 'B', warehouse_id: Number(COLUMBUS) }],
				errors: [{ index: 0, code: 'X', message: 'No' }],
			},
		});
		expect(succeeded(await set())).toEqual([1]);
	});

	it.each([[2], [-1], [null]])('for a row that there is not (%s): no row is called good', async (index) => {
		service.script({ body: { results: [{ sku: 'A' }, { sku: 'B' }], errors: [{ index, code: 'X', message: 'No' }] } });
		expect(failed(await set())).toEqual([0, 1]);
	});

	it('that it does not send: after an empty answer the levels say which are set', async () => {
		const level = (sku: string, onHand: number) => ({
			body: [{ sku, warehouse_id: Number(COLUMBUS), on_hand: onHand }],
		});
		service.script({ status: 204 }, level('A', 4), level('B', 3));
		const outcomes = await set();
		expect(succeeded(outcomes)).toEqual([0]);
		expect(errorAt(outcomes, 1)).toMatchObject({ facts: { kind: 'unconfirmed' } });
	});
});
