import type { IDataObject } from 'n8n-workflow';
import { LINES, NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { byId, newOrder, newOrderLine } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { builtNodes } from '../../support/pack';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('An order that will not ship, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (more: IDataObject, items: IDataObject[] = [{ no: 'ERP-1' }], settings: object = {}) =>
		await stage.orders('create', newOrder(more), { items, ...settings });
	const paid = { paid: 'date', paidOn: '2026-03-01T10:00:00Z' };

	it('is told once a run, with its number and what to do: not paid', async () => {
		const result = await create({}, [{ no: 'ERP-1' }, { no: 'ERP-2' }]);
		expect(column(result, 'needsAttention')).toEqual([true, true]);
		expect(result.hints).toEqual([
			expect.stringMatching(
				/^2 orders wait for payment \(AWAITING_PAYMENT\) and do not ship: ERP-1, ERP-2\. If they are already paid, set Paid/,
			),
		]);
	});

	it('is told once a run, with its number and what to do: a SKU that is no listing of the channel', async () => {
		const result = await create({ ...paid, lines: { line: [{ sku: '={{ $json.sku }}', quantity: 1 }] } }, [
			{ no: 'ERP-1', sku: 'MUG-BLU-12' },
			{ no: 'ERP-2', sku: 'NW-MUG-BLU' },
		]);
		expect(column(result, 'status')).toEqual(['UNRESOLVED', 'AWAITING_3PL_EXPORT']);
		expect(column(result, 'needsAttention')).toEqual([true, false]);
		expect(result.hints).toEqual([
			expect.stringMatching(
				/^1 order is unresolved \(UNRESOLVED\) and does not ship: ERP-1\. Usually a SKU has no listing.*Use the listing SKU/,
			),
		]);
	});

	it('is told again when the run is repeated, and by Create or Update', async () => {
		await create({});
		const again = await create({});
		expect(column(again, 'outcome')).toEqual(['existing']);
		expect(again.hints).toHaveLength(1);
		const upserted = await stage.orders('upsert', newOrder(), { items: [{ no: 'ERP-9' }] });
		expect(jsons(upserted)).toMatchObject([{ outcome: 'created', needsAttention: true }]);
		expect(upserted.hints).toHaveLength(1);
	});

	it('is told of ten by number, and of the others by how many they are', async () => {
		const { hints } = await create(
			{},
			Array.from({ length: 13 }, (_, at) => ({ no: `N-${at}` })),
		);
		expect(hints).toEqual([expect.stringMatching(/^13 orders wait.*: N-0, .*N-9 and 3 more\. /)]);
	});

	it('is none where the order is paid and its SKUs are listings', async () => {
		const result = await create(paid);
		expect(result).toMatchObject({
			hints: [],
			items: [{ json: { status: 'AWAITING_3PL_EXPORT', needsAttention: false } }],
		});
	});

	it("is none under the guide's contract, which knows neither", async () => {
		const result = await create({}, [{ no: 'ERP-1' }], { contract: 'guide' });
		expect(result).toMatchObject({ hints: [], items: [{ json: { status: 'pending', needsAttention: false } }] });
	});
});

describe.each(NEWEST)('Paid, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (more: IDataObject, settings: object = {}) =>
		await stage.orders('create', newOrder(more), { items: [{ no: 'ERP-1' }], ...settings });
	const paidAt = (): unknown => stage.order('ERP-1').paymentDate;

	it('is not yet, unless something else is chosen', async () => {
		await create({});
		expect(paidAt()).toBeNull();
	});

	it('on the order date', async () => {
		await create({ paid: 'orderDate', additionalFields: { orderDate: '2026-01-05T08:00:00Z' } });
		expect(paidAt()).toBe('2026-01-05T08:00:00Z');
	});

	it('on the order date is now, where there is no order date', async () => {
		const begun = Math.floor(Date.now() / 1000) * 1000;
		await create({ paid: 'orderDate' });
		expect(Date.parse(String(paidAt()))).toBeGreaterThanOrEqual(begun);
		expect(Date.parse(String(paidAt()))).toBeLessThanOrEqual(Date.now());
	});

	it('on a date, for each item its own, also where items are lines', async () => {
		const items = [
			{ no: 'A', sku: 'MUG', quantity: 1, when: '2026-02-01T00:00:00Z' },
			{ no: 'B', sku: 'MUG', quantity: 1, when: '2026-02-02T00:00:00Z' },
		];
		await stage.orders('create', newOrderLine({ paid: 'date', paidOn: '={{ $json.when }}' }), { items });
		expect([stage.order('A').paymentDate, stage.order('B').paymentDate]).toEqual([
			'2026-02-01T00:00:00Z',
			'2026-02-02T00:00:00Z',
		]);
	});

	it.each([
		['on a date', { paid: 'date', paidOn: '={{ $json.when }}' }],
		['on the order date', { paid: 'orderDate', additionalFields: { orderDate: '={{ $json.when }}' } }],
	])('%s that is written as the others of its column are, whatever other columns show', async (_, more) => {
		const items = [
			{ no: 'A', when: '02/03/2026', other: '03/25/2026' },
			{ no: 'B', when: '25/03/2026', other: '03/26/2026' },
		];
		await create(more, { items });
		expect(['A', 'B'].map((no) => String(stage.order(no).paymentDate).slice(0, 10))).toEqual([
			'2026-03-02',
			'2026-03-25',
		]);
	});

	it('on a date of an expression, which is no text', async () => {
		await create({ paid: 'date', paidOn: "={{ DateTime.fromISO('2026-03-01T10:00:00Z') }}" });
		expect(paidAt()).toBe('2026-03-01T10:00:00Z');
	});

	it('as the additional field Payment Date says, in workflows that were saved with it', async () => {
		await create({ additionalFields: { paymentDate: '2026-01-05T08:00:00Z' } });
		expect(paidAt()).toBe('2026-01-05T08:00:00Z');
	});

	it.each([
		['no date', { paid: 'date', paidOn: '={{ $json.nothing }}' }, /Paid On: This required field is empty/],
		['a date that is none', { paid: 'date', paidOn: 'soon' }, /Payment Date.*soon/],
		[
			'two dates',
			{ paid: 'orderDate', additionalFields: { paymentDate: '2026-01-05T08:00:00Z' } },
			/Paid: The payment date is set in two places/,
		],
	])('is refused with %s, before anything is sent', async (_, more, message) => {
		const { error } = await create(more);
		expect(error?.message).toMatch(message);
		expect(stage.control.requests().total).toBe(0);
	});

	it("is named as not sent under the guide's contract, which has no place for it", async () => {
		const { hints } = await create({ paid: 'orderDate' }, { contract: 'guide' });
		expect(hints).toEqual([expect.stringMatching(/were not sent.*paymentDate/)]);
	});
});

describe.each(LINES)('Fields that are in a group of their own now, n8n line %s', (line) => {
	const stage = useStage(line);
	const wanted = { containsDryIce: true, weight: 12, channelPaymentId: 'P-1' };

	it.each([
		[
			'where they are now',
			{
				shippingOptions: { containsDryIce: true, weight: 12, requestedShipping: 'Ground' },
				channelData: { channelPaymentId: 'P-1' },
			},
		],
		['where a workflow was saved with them', { additionalFields: { ...wanted, requestedShipping: 'Ground' } }],
		[
			'where a workflow was saved with them switched off or empty',
			{ additionalFields: { containsDryIce: false, weight: 12, requestedShipping: 'Ground', channelPaymentId: 'P-1' } },
		],
	])('are sent from %s', async (_, more) => {
		const settings = { contract: 'guide' as const, items: [{ no: 'ERP-1' }] };
		const result = await stage.orders('create', newOrder(more as IDataObject), settings);
		expect(stage.order('ERP-1')).toMatchObject({ requestedShippingService: 'Ground' });
		// The guide's contract names what it was given and has no place for.
		expect(column(result, 'notSent')).toEqual([['channelPaymentId', 'containsDryIce', 'weight']]);
	});
});

describe.each(LINES)('The SKU of a line, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (sku: unknown, more: IDataObject = {}) =>
		await stage.orders('create', newOrder({ lines: { line: [{ sku, quantity: 1 }] } as IDataObject, ...more }), {
			items: [{ no: 'ERP-1', sku: 'NW-MUG-BLU' }],
			onError: 'continueErrorOutput',
		});

	it.each([
		[
			'chosen from the list',
			{ __rl: true, mode: 'list', value: 'NW-MUG-BLU', cachedResultName: 'NW-MUG-BLU (MUG-BLU-12)' },
		],
		['typed', { __rl: true, mode: 'sku', value: 'NW-MUG-BLU' }],
		['from an expression', { __rl: true, mode: 'sku', value: '={{ $json.sku }}' }],
		['a plain text, as workflows were saved', 'NW-MUG-BLU'],
		['a plain expression, as workflows were saved', '={{ $json.sku }}'],
	])('is %s', async (_, sku) => {
		await create(sku);
		expect(stage.order('ERP-1').orderItems).toMatchObject([{ listingSku: 'NW-MUG-BLU' }]);
	});

	it('is required', async () => {
		expect(failures(await create({ __rl: true, mode: 'sku', value: '' }))).toMatchObject([
			{ error: expect.stringMatching(/SKU: This required field is empty/) },
		]);
	});

	it('is refused where only what is around an expression is left of it', async () => {
		const result = await create({ __rl: true, mode: 'sku', value: '=NW-{{ $json.nothing }}' });
		expect(failures(result)).toMatchObject([
			{ error: expect.stringMatching(/SKU: “NW-” is only the text around the expression/) },
		]);
	});

	it('is offered from the listings of the channel that is chosen', async () => {
		const credentials = tokenCredential(stage.url);
		const search = async (filter?: string, salesChannel?: string) =>
			(
				await stage.engine.listSearch({
					node: 'extensivOrders',
					method: 'searchListingSkus',
					filter,
					credentials,
					parameters: {
						authentication: credentials.type,
						...(salesChannel ? { salesChannel: byId(salesChannel) } : {}),
					},
				})
			).results;
		expect(await search('nw-mug', '1207')).toEqual([{ name: 'NW-MUG-BLU (MUG-BLU-12)', value: 'NW-MUG-BLU' }]);
		expect(await search('mug-blu-12')).toContainEqual({ name: 'NW-MUG-BLU (MUG-BLU-12)', value: 'NW-MUG-BLU' });
		expect(stage.queries('GET', '/v1/listings').map((query) => query.get('salesChannelId'))).toEqual(['1207', null]);
	});
});

describe.each(NEWEST)('The example that the form shows, n8n line %s', (line) => {
	const stage = useStage(line);

	it('makes an order that ships', async () => {
		const orders = builtNodes().find(({ name }) => name === 'extensivOrders');
		const example = orders?.properties.find(({ name }) => name === 'linesJson')?.default;
		const result = await stage.orders(
			'create',
			newOrder({ paid: 'orderDate', linesFrom: 'json', linesJson: example }),
			{ items: [{ no: 'ERP-1' }] },
		);
		expect(jsons(result)).toMatchObject([{ outcome: 'created', needsAttention: false }]);
	});
});
