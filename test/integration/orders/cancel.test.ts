import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, byNumber, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const CALL = { live: 'POST /v1/orders/cancel', guide: 'PUT /api/orders/{id}' } as const;

describe.each(NEWEST)('Cancel an order, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it.each([
			['number', byNumber(), { no: 'NW-10046' }],
			['ID', { orderBy: 'id', orderId: '={{ $json.id }}' }, { id: 77120046 }],
		])('cancels it by its %s', async (_, parameters, item) => {
			const result = await stage.orders('cancel', parameters, { contract, items: [item] });
			expect(jsons(result)).toEqual([{ orderId: '77120046', orderNumber: 'NW-10046', outcome: 'cancelled' }]);
			expect(stage.order('NW-10046')).toMatchObject({ orderStatus: 'CANCELLED' });
		});

		it('leaves one that is cancelled already alone, and says so', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'GONE', status: 'CANCELLED' }] });
			const result = await stage.orders('cancel', byNumber(), {
				contract,
				items: [{ no: 'GONE' }, { no: 'NW-10046' }],
			});
			expect(column(result, 'outcome')).toEqual(['alreadyCancelled', 'cancelled']);
			expect(stage.calls(CALL[contract])).toBe(1);
		});

		it('gives an order that is not there, or not to be cancelled any more, its own error', async () => {
			const items = [{ no: 'NW-404' }, { no: 'NW-10045' }, { no: 'NW-10046' }, { no: 'NW-10047' }];
			const result = await stage.orders('cancel', byNumber(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[2], [3]]);
			expect(failures(result)).toEqual([
				{ no: 'NW-404', error: expect.stringContaining('NW-404'), message: expect.any(String), failure: 'notFound' },
				{ no: 'NW-10045', error: expect.stringMatching(/NW-10045/), message: expect.any(String), failure: 'refused' },
			]);
			expect(stage.order('NW-10045')).toMatchObject({ orderStatus: 'SHIPPED' });
		});

		it('does not take an order whose number only begins with the one given', async () => {
			const { error } = await stage.orders('cancel', byNumber(), { contract, items: [{ no: 'NW-1004' }] });
			expect(error?.message).toMatch(/NW-1004/);
			expect(stage.calls(CALL[contract])).toBe(0);
		});
	});

	it('sends reason, text and switches to the live API', async () => {
		const parameters = byNumber({
			reasonType: 'NO_INVENTORY',
			reason: 'Sold out & gone',
			refundOnChannel: true,
			emailChannel: true,
			updateChannel: true,
		});
		await stage.orders('cancel', parameters, { items: [{ no: 'NW-10046' }] });
		expect(stage.order('NW-10046')).toMatchObject({
			cancelReason: { type: 'NO_INVENTORY', details: 'Sold out & gone' },
		});
		const [query] = stage.queries('POST', '/v1/orders/cancel');
		expect(Object.fromEntries(query ?? [])).toEqual({
			orderId: '77120046',
			salesChannelId: '1207',
			cancelReasonType: 'NO_INVENTORY',
			cancelReason: 'Sold out & gone',
			refundOrdersOnChannels: 'true',
			sendEmailNotificationToChannel: 'true',
			updateSalesChannels: 'true',
		});
	});

	it('neither refunds nor writes to the buyer unless told to', async () => {
		await stage.orders('cancel', byNumber(), { items: [{ no: 'NW-10046' }] });
		const [query] = stage.queries('POST', '/v1/orders/cancel');
		expect(Object.fromEntries(query ?? [])).toMatchObject({
			cancelReasonType: 'BUYER_CANCELLED',
			refundOrdersOnChannels: 'false',
			sendEmailNotificationToChannel: 'false',
			updateSalesChannels: 'false',
		});
	});

	it('cancels all orders with one reason in one call, and each under its own reason', async () => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'A' },
				{ orderNumber: 'B' },
				{ orderNumber: 'C' },
				{ orderNumber: 'D', salesChannelId: 1210 },
			],
		});
		const items = [
			{ no: 'A', why: 'OTHER' },
			{ no: 'B', why: 'NO_INVENTORY' },
			{ no: 'C', why: 'OTHER' },
			{ no: 'D', why: 'OTHER' },
		];
		await stage.orders('cancel', byNumber({ reasonType: '={{ $json.why }}' }), { items });
		for (const { no, why } of items)
			expect(stage.order(no)).toMatchObject({ orderStatus: 'CANCELLED', cancelReason: { type: why } });
		expect(stage.calls('POST /v1/orders/cancel')).toBe(3);
	});

	it('cancels an order once that comes with two reasons, because a second cancellation might refund it twice', async () => {
		const items = [
			{ no: 'NW-10046', why: 'OTHER' },
			{ no: 'NW-10046', why: 'NO_INVENTORY' },
		];
		const result = await stage.orders('cancel', byNumber({ reasonType: '={{ $json.why }}' }), { items });
		expect(column(result, 'outcome')).toEqual(['cancelled', 'alreadyCancelled']);
		expect(stage.calls('POST /v1/orders/cancel')).toBe(1);
	});

	it('cancels the order of the channel that is chosen', async () => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'TWICE', salesChannelId: 1207 },
				{ orderNumber: 'TWICE', salesChannelId: 1210 },
			],
		});
		await stage.orders('cancel', byNumber({ salesChannel: byId(SHOPIFY) }), { items: [{ no: 'TWICE' }] });
		const states = stage.control.orders({ number: 'TWICE' }).map(({ orderStatus }) => orderStatus === 'CANCELLED');
		expect(states).toEqual([false, true]);
	});

	it('does not guess when several channels have the number', async () => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'TWICE', salesChannelId: 1207 },
				{ orderNumber: 'TWICE', salesChannelId: 1210 },
			],
		});
		const { error } = await stage.orders('cancel', byNumber(), { items: [{ no: 'TWICE' }] });
		expect(error).toMatchObject({
			message: expect.stringMatching(/2 orders.*TWICE/),
			description: expect.stringMatching(/sales channel/),
		});
		expect(stage.calls('POST /v1/orders/cancel')).toBe(0);
	});

	it("hides reason and switches under the guide's contract, which has none", async () => {
		const parameters = byNumber({ reasonType: 'NO_INVENTORY', reason: 'Sold out', refundOnChannel: true });
		const result = await stage.orders('cancel', parameters, { contract: 'guide', items: [{ no: 'NW-10046' }] });
		expect(result).toMatchObject({ status: 'success', hints: [] });
	});
});
