import { NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { chosen } from '../../support/orderActions';
import { failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Notes and statuses of orders, n8n line %s', (line) => {
	const stage = useStage(line);

	describe('Set Notes', () => {
		it('sets what is given and leaves the others as they are', async () => {
			const parameters = chosen({ internalNotes: 'Fragile', notesToBuyer: '={{ $json.thanks }}' });
			const result = await stage.orders('setNotes', parameters, { items: [{ no: 'NW-10046', thanks: 'Thank you' }] });
			expect(jsons(result)).toEqual([{ orderId: '77120046', orderNumber: 'NW-10046', outcome: 'updated' }]);
			expect(stage.order('NW-10046')).toMatchObject({
				internalNotes: 'Fragile',
				notesToBuyer: 'Thank you',
				notesFromBuyer: 'Please leave at the side door',
			});
		});

		it('lets the others through when one order is not there', async () => {
			const items = [{ no: 'NW-404' }, { no: 'NW-10046' }];
			const result = await stage.orders('setNotes', chosen({ internalNotes: 'Fragile' }), {
				items,
				onError: 'continueErrorOutput',
			});
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)).toMatchObject([{ no: 'NW-404', error: expect.stringMatching(/NW-404/) }]);
		});

		it('refuses a text that is too long before anything is changed', async () => {
			const { error } = await stage.orders('setNotes', chosen({ internalNotes: 'x'.repeat(1001) }), {
				items: [{ no: 'NW-10046' }],
			});
			expect(error?.message).toMatch(/Internal Notes.*1001 characters/);
			expect(stage.calls('POST /v1/orders/notes')).toBe(0);
		});

		it('needs some notes', async () => {
			const { error } = await stage.orders('setNotes', chosen(), { items: [{ no: 'NW-10046' }] });
			expect(error?.message).toMatch(/no notes to set/);
		});
	});

	describe('Get Statuses', () => {
		it('gives the statuses in the words of a shop, and the reasons of unresolved orders', async () => {
			const result = await stage.orders('getStatuses', {});
			expect(jsons(result)).toContainEqual({
				kind: 'status',
				statusId: expect.any(String),
				status: 'ON_HOLD',
				name: 'On Hold',
				lifecycle: 'onHold',
			});
			expect(jsons(result)).toContainEqual({
				kind: 'unresolvedReason',
				statusId: expect.any(String),
				status: 'OUT_OF_STOCK',
				name: null,
				lifecycle: null,
			});
		});

		it("gives the service's own rows with Simplify off", async () => {
			const result = await stage.orders('getStatuses', { simplify: false });
			expect(jsons(result)).toContainEqual({ id: expect.any(Number), status: 'SHIPPED' });
		});

		it('asks for all of them when told to', async () => {
			await stage.orders('getStatuses', { includeAll: true });
			expect(stage.queries('GET', '/v1/orders/statuses')[0]?.get('includeAll')).toBe('true');
		});

		it('works with a read-only credential', async () => {
			const result = await stage.orders(
				'getStatuses',
				{},
				{ credentials: tokenCredential(stage.url, { readOnly: true }) },
			);
			expect(result.status).toBe('success');
		});
	});
});
