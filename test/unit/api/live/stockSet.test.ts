import { InputProblem } from '../../../../nodes/shared/domain/inputProblem';
import type { StockSetting } from '../../../../nodes/shared/domain/stock/stock';
import { usePlace } from '../../../support/place';
import { COLUMBUS, RENO, errorAt, numbers, placed, summary, values, succeeded } from '../../../support/samples';
import { said } from '../../../support/said';

describe('setting stock (live)', () => {
	const place = usePlace();
	beforeEach(
		() =>
			void place.control.seed({
				stock: [
					{ sku: 'MUG', warehouseId: 5102, onHand: 7 },
					{ sku: 'MUG', warehouseId: 5101, onHand: 10, location: 'A-1' },
				],
			}),
	);

	const ADJUST = 'POST /v1.1/inventory/adjust';
	const CREATE = 'PUT /v1.1/inventory';
	const set = (settings: Array<Partial<StockSetting>>, createMissing = false) =>
		place
			.manager()
			.stock.set(placed(settings.map((setting) => ({ sku: 'MUG', warehouseId: COLUMBUS, onHand: 4, ...setting }))), {
				createMissing,
			});
	const onHand = (sku: string, warehouseId = 5102, location = 'GLOBAL'): number | undefined =>
		place.control
			.books()
			.stock.find((row) => row.sku === sku && row.warehouseId === warehouseId && row.location === location)?.onHand;

	it('overwrites what is on hand, and says what is available then', async () => {
		expect(values(await set([{ onHand: 4 }]))).toEqual([
			{ sku: 'MUG', warehouseId: COLUMBUS, onHand: 4, available: 4, created: false, notSent: [] },
		]);
		expect(onHand('MUG')).toBe(4);
	});

	it('to nothing', async () => {
		values(await set([{ onHand: 0 }]));
		expect(onHand('MUG')).toBe(0);
	});

	it('in a location', async () => {
		values(await set([{ warehouseId: RENO, location: 'A-1', onHand: 2 }]));
		expect(onHand('MUG', 5101, 'A-1')).toBe(2);
		expect(onHand('MUG')).toBe(7);
	});

	it('fails for a product that is not there (ERR053), and sets the others', async () => {
		const outcomes = await set([{ sku: 'NOPE' }, { onHand: 5 }]);
		expect(errorAt(outcomes, 0)).toMatchObject({ facts: { kind: 'rowRefused', code: 'ERR053', subject: 'NOPE' } });
		expect(said(errorAt(outcomes, 0)).message).toContain('The product does not exist.');
		expect(onHand('MUG')).toBe(5);
	});

	it('does not set a product whose SKU only begins alike', async () => {
		place.control.seed({ stock: [{ sku: 'MUG-XL', warehouseId: 5102, onHand: 3 }] });
		expect((await set([{ sku: 'MUG-X' }])).every(({ ok }) => !ok)).toBe(true);
		expect(onHand('MUG-XL')).toBe(3);
	});

	it('fails for a product without a stock record there (ERR097), when none shall be created', async () => {
		const error = errorAt(await set([{ sku: 'POT' }]), 0);
		expect(error).toMatchObject({ facts: { code: 'ERR097' } });
		expect(said(error).message).toContain('no stock record');
		expect(place.calls(CREATE)).toBe(0);
	});

	it('creates the record where it is missing, when the user wants it', async () => {
		const receipts = values(await set([{ sku: 'POT', onHand: 9 }, { onHand: 5 }], true));
		expect(receipts).toMatchObject([
			{ sku: 'POT', created: true, onHand: 9, available: 9 },
			{ sku: 'MUG', created: false },
		]);
		expect([onHand('POT'), onHand('MUG')]).toEqual([9, 5]);
	});

	it('creates no record for a product that is not there', async () => {
		expect(errorAt(await set([{ sku: 'NOPE' }], true), 0)).toMatchObject({ facts: { code: 'ERR053' } });
		expect(place.calls(CREATE)).toBe(0);
	});

	it('refuses the same place twice in one run, and sets it once, to the first', async () => {
		const outcomes = await set([{ onHand: 1 }, { onHand: 2 }, { sku: 'mug', onHand: 3 }]);
		expect(succeeded(outcomes)).toEqual([0]);
		expect(errorAt(outcomes, 1)).toBeInstanceOf(InputProblem);
		expect(onHand('MUG')).toBe(1);
	});

	it('takes different places of one product for different', async () => {
		values(await set([{ onHand: 1 }, { warehouseId: RENO, location: 'A-1', onHand: 2 }]));
		expect([onHand('MUG'), onHand('MUG', 5101, 'A-1')]).toEqual([1, 2]);
	});

	it.each<[what: string, setting: Partial<StockSetting>, field: string]>([
		['a name for a warehouse', { warehouseId: 'Columbus' }, 'Warehouse'],
		['more than the service takes', { onHand: 100_000_001 }, 'On Hand'],
	])('refuses %s before anything is sent', async (_what, setting, field) => {
		expect(said(errorAt(await set([setting]), 0))).toMatchObject({ field });
		expect(place.control.requests().total).toBe(0);
	});

	it('needs a location in a warehouse of your own, and says so in the words of the service', async () => {
		expect(summary(await set([{ warehouseId: RENO }]), () => '')).toEqual([
			expect.stringContaining('stockLocationName is mandatory'),
		]);
	});

	it('sends many in few calls', async () => {
		const skus = numbers(450).map((number) => `K-${number}`);
		place.control.seed({
			products: skus.map((sku) => ({ sku })),
			stock: skus.map((sku) => ({ sku, warehouseId: 5102, onHand: 0 })),
		});
		values(await set(skus.map((sku, at) => ({ sku, onHand: at + 1 }))));
		expect(place.calls(ADJUST)).toBe(3);
		expect(skus.map((sku) => onHand(sku))).toEqual(skus.map((_, at) => at + 1));
	});

	it.each(['429', '500', 'reset', 'truncated', 'lostAnswer', 'any'] as const)(
		'comes to the same under trouble on the first call (%s)',
		async (kind) => {
			place.control.faults([{ kind, at: [1] }]);
			const receipts = values(await set([{ onHand: 5 }, { warehouseId: RENO, location: 'A-1', onHand: 2 }]));
			expect(receipts.map(({ created }) => created)).toEqual([false, false]);
			expect([onHand('MUG'), onHand('MUG', 5101, 'A-1')]).toEqual([5, 2]);
			expect(place.struck).toBe(1);
		},
	);

	it.each(['lostAnswer', 'truncated'] as const)(
		'says that a record was created although the answer to that did not come (%s)',
		async (kind) => {
			place.control.faults([{ kind, method: 'PUT', path: '/v1.1/inventory', at: [1] }]);
			expect(
				summary(await set([{ sku: 'POT', onHand: 9 }], true), ({ created, onHand: pieces }) => [created, pieces]),
			).toEqual([[true, 9]]);
			expect(onHand('POT')).toBe(9);
			expect(place.struck).toBe(1);
		},
	);

	it('sends nothing with a read-only credential', async () => {
		const outcomes = await place
			.manager('live', { readOnly: true })
			.stock.set(placed([{ sku: 'MUG', warehouseId: COLUMBUS, onHand: 1 }]), { createMissing: true });
		expect(errorAt(outcomes, 0)).toMatchObject({ facts: { kind: 'readOnly' } });
		expect(place.control.requests().total).toBe(0);
	});
});
