import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../../engine';
import { NEWEST } from '../../engine';
import { SHOPIFY } from '../../support/parameters';
import { chosen, seedOrder } from '../../support/orderActions';
import { column, failures, jsons } from '../../support/results';
import { type Settings, type Stage, useStage } from '../../support/stage';

const PATH = '/v1.1/orders/{orderId}/orderitems';
const NUMBER = 'NW-10046';

const items = async (
	stage: Stage,
	operation: string,
	parameters: IDataObject,
	settings?: Settings,
): Promise<RunResult> => await stage.orders(operation, { resource: 'orderItem', ...chosen(), ...parameters }, settings);
const linesOf = (stage: Stage, number: string): Array<Record<string, unknown>> =>
	stage.order(number).orderItems as Array<Record<string, unknown>>;
const itemId = (stage: Stage, sku: string): string =>
	String(linesOf(stage, NUMBER).find(({ listingSku }) => listingSku === sku)?.orderItemId);

describe.each(NEWEST)('Order items, n8n line %s', (line) => {
	const stage = useStage(line);

	describe('Add', () => {
		const parameters = { sku: '={{ $json.sku }}', quantity: '={{ $json.quantity }}', unitPrice: '2.50', tax: 0.2 };

		it('adds the lines of an order with one call and gives their IDs', async () => {
			seedOrder(stage, 'OTHER');
			const given = [
				{ no: NUMBER, sku: 'MUG', quantity: 2 },
				{ no: 'OTHER', sku: 'POT', quantity: 1 },
				{ no: NUMBER, sku: 'POT', quantity: 3 },
			];
			const result = await items(stage, 'add', parameters, { items: given });
			expect(result).toMatchObject({ status: 'success', pairs: [[0], [1], [2]] });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'added', orderNumber: NUMBER, sku: 'MUG', orderItemId: itemId(stage, 'MUG') },
				{ outcome: 'added', orderNumber: 'OTHER', sku: 'POT' },
				{ outcome: 'added', orderNumber: NUMBER, sku: 'POT', orderItemId: itemId(stage, 'POT') },
			]);
			expect(linesOf(stage, NUMBER).slice(2)).toMatchObject([
				{
					listingSku: 'MUG',
					listingName: 'MUG',
					quantityOrdered: 2,
					unitPrice: { amount: 2.5, currency: 'USD' },
					tax: { amount: 0.2 },
				},
				{ listingSku: 'POT', quantityOrdered: 3 },
			]);
			expect(stage.calls(`PUT ${PATH}`)).toBe(2);
		});

		it.each(['lostAnswer', 'truncated'] as const)(
			'adds nothing twice when the answer is %s, and sees in the order that it was added',
			async (kind) => {
				stage.control.faults([{ kind, method: 'PUT', path: PATH, at: [1] }]);
				const result = await items(stage, 'add', parameters, { items: [{ no: NUMBER, sku: 'MUG', quantity: 2 }] });
				expect(column(result, 'orderItemId')).toEqual([itemId(stage, 'MUG')]);
				expect(stage.calls(`PUT ${PATH}`)).toBe(1);
				expect(linesOf(stage, NUMBER)).toHaveLength(3);
			},
		);

		it('does not try again when nobody knows whether it was added, and stops there', async () => {
			stage.control.faults([{ kind: 'reset', method: 'PUT', path: PATH }]);
			seedOrder(stage, 'OTHER');
			const given = [
				{ no: NUMBER, sku: 'MUG', quantity: 2 },
				{ no: 'OTHER', sku: 'MUG', quantity: 2 },
			];
			const result = await items(stage, 'add', parameters, { items: given, onError: 'continueErrorOutput' });
			expect(failures(result)).toMatchObject([
				{ no: NUMBER, error: expect.stringMatching(/not known/) },
				{ no: 'OTHER', error: expect.stringMatching(/Not sent/) },
			]);
			expect(stage.calls(`PUT ${PATH}`)).toBe(1);
		});

		it('lets the others through when an order takes no changes of its lines', async () => {
			seedOrder(stage, 'SHOP', { salesChannelId: Number(SHOPIFY) });
			const given = [
				{ no: 'SHOP', sku: 'MUG', quantity: 1 },
				{ no: 'NW-404', sku: 'MUG', quantity: 1 },
				{ no: NUMBER, sku: 'MUG', quantity: 1 },
			];
			const result = await items(stage, 'add', parameters, { items: given, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[2]]);
			expect(failures(result)).toMatchObject([
				{ no: 'SHOP', error: expect.stringMatching(/SHOPIFY.*cannot be edited/) },
				{ no: 'NW-404' },
			]);
		});

		it('names the field that is missing', async () => {
			const { error } = await items(stage, 'add', parameters, { items: [{ no: NUMBER, sku: '', quantity: 1 }] });
			expect(error?.message).toMatch(/SKU.*required/);
			expect(stage.control.requests().total).toBe(0);
		});
	});

	describe('Update', () => {
		it('changes what is given of lines that are named by SKU or ID, with one call', async () => {
			const parameters = {
				itemBy: '={{ $json.by }}',
				sku: '={{ $json.item }}',
				orderItemId: '={{ $json.item }}',
				updateFields: { quantity: '={{ $json.quantity }}', unitPrice: 12 },
			};
			const given = [
				{ no: NUMBER, by: 'sku', item: 'NW-MUG-BLU', quantity: 5 },
				{ no: NUMBER, by: 'id', item: itemId(stage, 'NW-POT-2L'), quantity: 2 },
			];
			const result = await items(stage, 'update', parameters, { items: given });
			expect(column(result, 'outcome')).toEqual(['updated', 'updated']);
			expect(linesOf(stage, NUMBER)).toMatchObject([
				{ quantityOrdered: 5, unitPrice: { amount: 12 }, tax: { amount: 1.16 } },
				{ quantityOrdered: 2, unitPrice: { amount: 12 } },
			]);
			expect(stage.calls(`POST ${PATH}`)).toBe(1);
		});

		it('says which lines the order has when there is none of that SKU', async () => {
			const { error } = await items(
				stage,
				'update',
				{ sku: 'NOPE', updateFields: { notes: 'x' } },
				{ items: [{ no: NUMBER }] },
			);
			expect(error?.message).toMatch(/NW-10046.*no line with the SKU NOPE/);
			expect(error?.description).toMatch(/NW-MUG-BLU \(\d+\)/);
		});

		it('does not guess between two lines with one SKU', async () => {
			seedOrder(stage, 'TWO', { items: [{ sku: 'MUG' }, { sku: 'MUG' }] });
			const { error } = await items(
				stage,
				'update',
				{ sku: 'MUG', updateFields: { notes: 'x' } },
				{ items: [{ no: 'TWO' }] },
			);
			expect(error?.message).toMatch(/2 lines with the SKU MUG/);
		});

		it('takes a line once per run and lets the others through', async () => {
			const result = await items(
				stage,
				'update',
				{ sku: '={{ $json.sku }}', updateFields: { notes: 'x' } },
				{
					items: [
						{ no: NUMBER, sku: 'NW-MUG-BLU' },
						{ no: NUMBER, sku: 'NW-MUG-BLU' },
						{ no: NUMBER, sku: 'NW-POT-2L' },
					],
					onError: 'continueErrorOutput',
				},
			);
			expect(result.pairs).toEqual([[0], [2]]);
			expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/twice/) }]);
		});

		it('needs something to change', async () => {
			const { error } = await items(stage, 'update', { sku: 'NW-MUG-BLU' }, { items: [{ no: NUMBER }] });
			expect(error?.message).toMatch(/nothing to change/);
		});
	});

	describe('Remove', () => {
		const parameters = { sku: '={{ $json.sku }}' };

		it('takes lines out with one call for each order', async () => {
			const result = await items(stage, 'remove', parameters, { items: [{ no: NUMBER, sku: 'NW-POT-2L' }] });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'removed', orderNumber: NUMBER, sku: 'NW-POT-2L', orderItemId: expect.any(String) },
			]);
			expect(linesOf(stage, NUMBER)).toMatchObject([{ listingSku: 'NW-MUG-BLU' }]);
		});

		it('does not send again what took effect before the answer was lost', async () => {
			stage.control.faults([{ kind: 'lostAnswer', method: 'DELETE', path: PATH, at: [1] }]);
			const result = await items(stage, 'remove', parameters, { items: [{ no: NUMBER, sku: 'NW-POT-2L' }] });
			expect(column(result, 'outcome')).toEqual(['removed']);
			expect(stage.calls(`DELETE ${PATH}`)).toBe(1);
		});

		it('lets the others through when the order must keep a line', async () => {
			seedOrder(stage, 'ONE', { items: [{ sku: 'MUG' }] });
			const result = await items(stage, 'remove', parameters, {
				items: [
					{ no: 'ONE', sku: 'MUG' },
					{ no: NUMBER, sku: 'NW-POT-2L' },
				],
				onError: 'continueErrorOutput',
			});
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)).toMatchObject([{ no: 'ONE', error: expect.stringMatching(/at least one item/) }]);
		});
	});

	it('makes one request at a time, also where several nodes run at once', async () => {
		const numbers = ['A', 'B', 'C', 'D', 'E', 'F'];
		for (const number of numbers) seedOrder(stage, number);
		const runs = numbers.map(async (no) => await items(stage, 'add', { sku: 'MUG', quantity: 1 }, { items: [{ no }] }));
		const results = await Promise.all(runs);
		expect(results.map(({ status }) => status)).toEqual(numbers.map(() => 'success'));
		expect(stage.calls(`PUT ${PATH}`)).toBe(numbers.length);
		expect(stage.control.requests().byStatus).not.toHaveProperty('429');
	});
});
