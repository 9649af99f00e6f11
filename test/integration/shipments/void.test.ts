import { NEWEST } from '../../engine';
import { RENO } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { newParcel, seedOrders, shipments } from '../../support/shipments';
import { type Stage, useStage } from '../../support/stage';

const VOID = 'POST /v1/shipment/void/{shipmentId}';

/** Ships orders and gives the shipments' ids. */
const shipped = async (stage: Stage, ...numbers: string[]): Promise<string[]> => {
	stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: Number(RENO), onHand: 10 }] });
	seedOrders(stage, ...numbers);
	const result = await shipments(stage, 'createExternal', newParcel(), {
		items: numbers.map((no) => ({ no, tracking: `T-${no}` })),
	});
	return column(result, 'shipmentId').map(String);
};

describe.each(NEWEST)('Void a shipment, n8n line %s', (line) => {
	const stage = useStage(line);
	const parameters = { shipmentId: '={{ $json.id }}' };

	it('voids it, and the order waits again', async () => {
		const [id] = await shipped(stage, 'A');
		const result = await shipments(stage, 'void', parameters, { items: [{ id }] });
		expect(jsons(result)).toEqual([{ shipmentId: id, outcome: 'voided' }]);
		expect(stage.order('A').orderStatus).toBe('AWAITING_SHIPMENT');
	});

	it('puts the pieces back on stock only when told to', async () => {
		const [first, second] = await shipped(stage, 'A', 'B');
		const before = stage.onHand('MUG', 5101) ?? 0;
		await shipments(stage, 'void', parameters, { items: [{ id: first }] });
		const after = stage.queries('POST', `/v1/shipment/void/${String(first)}`)[0]?.get('readdInventory');
		expect(after).toBe('false');
		await shipments(stage, 'void', { ...parameters, readdInventory: true }, { items: [{ id: second }] });
		expect(stage.queries('POST', `/v1/shipment/void/${String(second)}`)[0]?.get('readdInventory')).toBe('true');
		expect(stage.onHand('MUG', 5101) ?? 0).toBeGreaterThanOrEqual(before);
	});

	it('tells why a shipment was not voided, on its own item; the others go through', async () => {
		const [id] = await shipped(stage, 'A');
		const items = [{ id: 999 }, { id: 'none' }, { id }, { id }];
		const result = await shipments(stage, 'void', parameters, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[2]]);
		expect(failures(result).map(({ error }) => error)).toEqual([
			expect.stringMatching(/Shipment 999/),
			expect.stringMatching(/“none” is not an Order Manager ID/),
			expect.stringMatching(/twice/),
		]);
	});

	it('is never sent again once its answer is lost, and nothing after it is sent', async () => {
		const ids = await shipped(stage, 'A', 'B');
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1/shipment/void/{shipmentId}' }]);
		const result = await shipments(stage, 'void', parameters, {
			items: ids.map((id) => ({ id })),
			onError: 'continueErrorOutput',
		});
		expect(failures(result).map(({ error }) => error)).toEqual([
			expect.stringMatching(/took effect is not known/),
			expect.stringMatching(/Not sent/),
		]);
		expect(stage.calls(VOID)).toBe(1);
	});

	it('is not offered by the guide, even to an expression', async () => {
		const result = await shipments(stage, 'void', parameters, { contract: 'guide', items: [{ id: 6600127 }] });
		expect(result.error?.message).toMatch(/Void.*not part of the contract/);
	});
});
