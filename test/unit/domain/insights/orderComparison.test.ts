import { compareOrder, summarizeOrders } from '../../../../nodes/shared/domain/insights/orderComparison';

const line = (sku: string, quantity: number, productSku: string | null = null) => ({
	lineId: null,
	sku,
	productSku,
	name: null,
	quantity,
	unitPrice: null,
	tax: null,
	discount: null,
	notes: null,
});
const live = (more: object = {}) => ({
	orderId: '7',
	orderNumber: 'A-1',
	status: 'SHIPPED',
	lifecycle: 'fulfilled' as const,
	total: 20.3,
	currency: 'USD',
	lines: [line('NW-MUG', 2, 'MUG')],
	...more,
});
const outcomes = (erp: object, orders = [live()], tolerance?: number): string[] =>
	compareOrder({ orderNumber: 'A-1', ...erp }, orders, tolerance).map(({ outcome }) => outcome);

describe('comparing an order', () => {
	it('finds that it never arrived', () => {
		expect(outcomes({}, [])).toEqual(['neverArrived']);
	});

	it('finds that it is there twice, unless all but one are canceled', () => {
		expect(outcomes({}, [live(), live({ orderId: '8' })])).toEqual(['duplicated']);
		expect(outcomes({}, [live({ orderId: '6', lifecycle: 'cancelled' }), live()])).toEqual(['equal']);
	});

	it('compares a canceled order if there is no other', () => {
		const canceled = live({ lifecycle: 'cancelled', status: 'CANCELLED' });
		expect(outcomes({ status: 'cancelled' }, [canceled])).toEqual(['equal']);
		expect(outcomes({ status: 'fulfilled' }, [canceled])).toEqual(['statusDiffers']);
	});

	it('compares what the ERP gives, and nothing else', () => {
		expect(outcomes({})).toEqual(['equal']);
	});

	it('compares totals in decimals, up to the tolerance', () => {
		expect(outcomes({ total: 20.3 })).toEqual(['equal']);
		expect(outcomes({ total: 20.31 })).toEqual(['totalDiffers']);
		expect(outcomes({ total: 20.31 }, [live()], 0.01)).toEqual(['equal']);
		expect(outcomes({ total: 0.3 }, [live({ total: 0.1 + 0.2 })], 0.01)).toEqual(['equal']);
		expect(compareOrder({ orderNumber: 'A-1', total: 18 }, [live()])).toMatchObject([
			{ inErp: '18', inExtensiv: '20.3 USD', orderId: '7' },
		]);
	});

	it('takes a general status or one of the service', () => {
		for (const status of ['fulfilled', 'Fulfilled', 'shipped', 'SHIPPED'])
			expect(outcomes({ status })).toEqual(['equal']);
		expect(compareOrder({ orderNumber: 'A-1', status: 'pending' }, [live()])).toMatchObject([
			{ outcome: 'statusDiffers', inErp: 'pending', inExtensiv: 'fulfilled (SHIPPED)' },
		]);
	});

	it('compares lines by listing SKU or product SKU, and adds up several lines of one SKU', () => {
		expect(outcomes({ lines: [{ sku: 'nw-mug', quantity: 2 }] })).toEqual(['equal']);
		expect(outcomes({ lines: [{ sku: 'MUG', quantity: 2 }] })).toEqual(['equal']);
		const two = [
			{ sku: 'MUG', quantity: 1 },
			{ sku: 'MUG', quantity: 1 },
		];
		expect(outcomes({ lines: two })).toEqual(['equal']);
	});

	it('names the lines that differ, on both sides', () => {
		const lines = [
			{ sku: 'MUG', quantity: 1 },
			{ sku: 'POT', quantity: 3 },
		];
		const order = live({ lines: [line('NW-MUG', 2, 'MUG'), line('POT', 3), line('CUP', 1)] });
		expect(compareOrder({ orderNumber: 'A-1', lines }, [order])).toMatchObject([
			{ outcome: 'linesDiffer', inErp: 'MUG × 1', inExtensiv: 'MUG × 2, CUP × 1' },
		]);
	});

	it('gives every difference of an order, which counts once among the orders', () => {
		const findings = compareOrder({ orderNumber: 'A-1', total: 1, status: 'pending' }, [live()]);
		expect(findings.map(({ outcome }) => outcome)).toEqual(['totalDiffers', 'statusDiffers']);
		const equal = compareOrder({ orderNumber: 'A-1' }, [live()]);
		expect(summarizeOrders([findings, equal])).toEqual({
			compared: 2,
			equal: 1,
			neverArrived: 0,
			duplicated: 0,
			totalDiffers: 1,
			linesDiffer: 0,
			statusDiffers: 1,
			accuracyPercent: 50,
		});
	});
});
