import fc from '../../../support/fastCheck';
import { orderNumberTerms } from '../../../../nodes/shared/api/live/orders/find';
import { runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { SHOPIFY, newOrders, numbers, placed, values } from '../../../support/samples';

describe('Looking up orders by their numbers (live)', () => {
	const place = usePlace();
	const outcomes = async (orderNumbers: readonly string[]) =>
		values(await runOrders(place.manager(), 'create', orderNumbers)).map(({ outcome }) => outcome);
	const all = (outcome: string, count: number): string[] => Array.from({ length: count }, () => outcome);

	it.each([
		'"10250"',
		'"',
		'""',
		'10"250',
		'10250"',
		',10250',
		',,1',
		'10,250',
		'"A","B"',
		',"5"',
		'",5',
		'"a"b"',
		'A,"B"',
		"O'Neil-1",
	])('finds the number %s again', async (number) => {
		expect(await outcomes([number])).toEqual(['created']);
		expect(await outcomes([number])).toEqual(['existing']);
		const got = await place.manager().orders.get(placed([{ orderNumber: number }]));
		expect(values(got)).toMatchObject([{ orderNumber: number }]);
	});

	it('finds any number of quotation marks and commas again', async () => {
		const odd = fc.stringMatching(/^[",A1 -]{1,8}$/).filter((number) => number.trim() === number && number !== '');
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(odd, { minLength: 1, maxLength: 6 }), async (orderNumbers) => {
				await place.reset();
				expect(await outcomes(orderNumbers)).toEqual(all('created', orderNumbers.length));
				const found = await place.manager().orders.get(placed(orderNumbers.map((orderNumber) => ({ orderNumber }))));
				expect(values(found).map(({ orderNumber }) => orderNumber)).toEqual(orderNumbers);
			}),
			{ numRuns: 30 },
		);
	});

	it('asks for a plain number as it is', () => {
		for (const number of ['10250', 'A&B', 'SO/2026-1', '#1', 'A 1', 'Nº 5'])
			expect(orderNumberTerms(number)).toEqual([number]);
	});

	it('takes numbers that differ in case for different orders', async () => {
		expect(await outcomes(['a-1', 'A-1'])).toEqual(['created', 'created']);
		expect(await outcomes(['A-1', 'a-1'])).toEqual(['existing', 'existing']);
	});

	describe('when the list moves while it is read', () => {
		const NUMBERS = numbers(500, 10_000);
		/**
		 * Few rows a page, and the list in the order of changes: what changes meanwhile moves the rest over the edges
		 * of pages.
		 */
		const unrest = (touchPerPage: number): void => {
			place.control.ordering({ orders: 'modifiedDesc' });
			place.control.pageLimits([{ path: '/v1.1/orders', max: 100, mode: 'clamp' }]);
			place.control.drift({ touchPerPage });
		};

		it.each([1, 5])('misses none of 500 (%d changes a page)', async (touchPerPage) => {
			place.control.seed({ orders: NUMBERS.map((orderNumber) => ({ orderNumber })) });
			unrest(touchPerPage);
			// The beginning that all numbers share makes a list of five pages.
			const found = values(
				await place.manager().orders.get(placed(['1', ...NUMBERS].map((orderNumber) => ({ orderNumber }))).slice(1)),
			);
			expect(found.map(({ orderNumber }) => orderNumber)).toEqual(NUMBERS);
			expect(await outcomes(['10', '1', ...NUMBERS])).toEqual(['created', 'created', ...all('existing', 500)]);
			expect(place.control.books().doubled).toEqual([]);
		});

		it('costs no more calls when nothing moves', async () => {
			place.control.seed({ orders: NUMBERS.slice(0, 99).map((orderNumber) => ({ orderNumber })) });
			expect(await outcomes(NUMBERS.slice(0, 99))).toEqual(all('existing', 99));
			expect(place.control.requests().total).toBe(1);
		});
	});

	it('creates 830 orders with 35 calls, the second look included, and finds them again with 18', async () => {
		const many = numbers(830, 10_248);
		expect(await outcomes(many)).toEqual(all('created', 830));
		expect(place.control.requests().byEndpoint).toEqual({ 'GET /v1.1/orders': 18, 'PUT /v1/order': 17 });
		place.control.clearRequests();
		expect(await outcomes(many)).toEqual(all('existing', 830));
		expect(place.control.requests().total).toBeLessThanOrEqual(18);
	});

	it('keeps the same number of two channels apart', async () => {
		values(await place.manager().orders.create(newOrders(['A']), { lookUpFirst: true }));
		const other = await place
			.manager()
			.orders.create(newOrders(['A'], { salesChannelId: SHOPIFY }), { lookUpFirst: true });
		expect(values(other)).toMatchObject([{ outcome: 'created' }]);
		expect(values(other)[0]).not.toHaveProperty('notice');
	});
});
