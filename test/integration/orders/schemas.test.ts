import type { IDataObject } from 'n8n-workflow';
import { chosen, defineFields, seedOrder } from '../../support/orderActions';
import { byNumber, newOrder } from '../../support/parameters';
import { jsons } from '../../support/results';
import { schemaFields, schemaNames } from '../../support/schemas';
import { useStage } from '../../support/stage';

const NODE = 'ExtensivOrders';
const item = { no: 'NW-10046' };
const city = { updateFields: { city: 'Troy' } };

/** What each operation is run with. */
const RUNS: Record<string, Record<string, IDataObject>> = {
	order: {
		cancel: byNumber(),
		create: newOrder({ orderNumber: 'NEW' }),
		get: byNumber(),
		getAll: { limit: 1 },
		getStatuses: {},
		hold: chosen({ holdUntil: '2031-05-01' }),
		restore: chosen(),
		sendToFulfillment: chosen(),
		setNotes: chosen({ internalNotes: 'x' }),
		split: chosen({ parts: { piece: [{ newOrder: 1, sku: 'NW-MUG-BLU', quantity: 1 }] } }),
		update: byNumber(city),
		upsert: newOrder({ orderNumber: 'NEW' }),
		validate: chosen(city),
	},
	orderItem: {
		add: chosen({ sku: 'MUG', quantity: 1 }),
		remove: chosen({ sku: 'NW-MUG-BLU' }),
		update: chosen({ sku: 'NW-MUG-BLU', updateFields: { quantity: 1 } }),
	},
	orderLabel: { add: chosen({ labels: ['13'] }), get: chosen(), remove: chosen({ labels: ['13'] }) },
	orderCustomField: { get: chosen(), set: chosen({ customFields: { field: [{ field: 'Route', value: 'North' }] } }) },
};
const CASES = Object.entries(RUNS).flatMap(([resource, operations]) =>
	Object.entries(operations).map(([operation, parameters]) => [resource, operation, parameters] as const),
);

describe('The output that the editor shows before anything was run', () => {
	const stage = useStage('2');

	it('is there for every operation', () => {
		expect(schemaNames(NODE)).toEqual(CASES.map(([resource, operation]) => `${resource} ${operation}`).sort());
	});

	it.each(CASES)('has the fields that %s: %s gives', async (resource, operation, parameters) => {
		await defineFields(stage, 'Route');
		seedOrder(stage, 'HELD', { status: 'ON_HOLD' });
		const [given] = jsons(await stage.orders(operation, { resource, ...parameters }, { items: [item] }));
		expect(Object.keys(given ?? {})).toEqual(schemaFields(NODE, resource, operation));
	});
});
