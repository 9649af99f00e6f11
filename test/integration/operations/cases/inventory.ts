import type { IDataObject } from 'n8n-workflow';
import { byId, COLUMBUS, DIRECT, newLevel, RENO, SHOPIFY } from '../../../support/parameters';
import { column } from '../../../support/results';
import type { Stage } from '../../../support/stage';
import type { Cases } from './case';

const unknown = (good: IDataObject) => ({
	good: { sku: 'POT-CMP-2L', ...good },
	bad: { sku: 'POT-404', ...good },
	names: [/sku/i, /POT-404/],
});
const place = (more: IDataObject = {}): IDataObject => ({
	sku: '={{ $json.sku }}',
	warehouse: byId(COLUMBUS),
	...more,
});

/** Two records of one product, by their IDs. */
async function seedRecords(stage: Stage): Promise<IDataObject> {
	stage.control.seed({
		stock: ['A-01', 'A-02'].map((location) => ({ sku: 'MUG', warehouseId: 5101, onHand: 10, location })),
	});
	const [from, to] = column(
		await stage.stock('getAll', { resource: 'stockRecord', filters: { skus: 'MUG' } }),
		'recordId',
	);
	return { from, to } as IDataObject;
}

/** Changes of one stock record, one after the other. */
async function seedEdits(stage: Stage): Promise<void> {
	for (let at = 1; at <= 5; at++)
		await stage.stock('add', {
			sku: 'POT-CMP-2L',
			quantity: at,
			warehouse: byId(COLUMBUS),
			additionalFields: { notes: `No. ${at}` },
		});
}

export const INVENTORY: Cases = {
	'stockLevel getAll': {
		parameters: { limit: '={{ $json.limit }}', filters: { skus: 'MUG-BLU-12' } },
		good: { limit: 1 },
		gives: { sku: 'MUG-BLU-12' },
		bad: { limit: 'a few' },
		names: [/Limit/, /a few/],
		pages: {
			parameters: { returnAll: true, options: { pageSize: 2 } },
			call: 'GET /v1/productstocks/total',
			by: 'sku',
			rows: 3,
		},
		guide: {
			pages: {
				parameters: { returnAll: true, options: { pageSize: 2 } },
				call: 'GET /api/inventory/warehouses',
				by: 'sku',
				rows: 3,
			},
		},
	},
	'stockLevel set': { parameters: newLevel(), gives: { sku: 'POT-CMP-2L', onHand: 7 }, ...unknown({ onHand: 7 }) },
	'stockLevel add': { parameters: place({ quantity: 2 }), gives: { sku: 'POT-CMP-2L', change: 2 }, ...unknown({}) },
	'stockLevel remove': {
		parameters: place({ quantity: '={{ $json.pieces }}' }),
		good: { sku: 'POT-CMP-2L', pieces: 2 },
		gives: { sku: 'POT-CMP-2L', change: -2 },
		bad: { sku: 'MUG-BLU-12', pieces: 1000 },
		names: [/SKU MUG-BLU-12/, /on hand/],
	},
	'stockLevel getChanges': {
		parameters: { salesChannel: byId('={{ $json.channel }}') },
		good: { channel: DIRECT },
		gives: { sku: expect.any(String) },
		bad: { channel: SHOPIFY },
		names: [/channel/i, /CUSTOM/],
		pages: { call: 'POST /v1.2/inventory/acknowledge', by: 'sku', rows: 3 },
	},
	'stockRecord getAll': {
		parameters: { limit: 1, filters: { createdFrom: '={{ $json.since }}' } },
		good: { since: '2025-01-01' },
		gives: { sku: 'MUG-BLU-12' },
		bad: { since: 'the day before' },
		names: [/Created After/, /the day before/],
		pages: { call: 'GET /v1/inventory', by: 'recordId', rows: 4 },
	},
	'stockRecord create': {
		parameters: place({ onHand: 4 }),
		good: { sku: 'MUG' },
		gives: { sku: 'MUG' },
		bad: { sku: 'POT-CMP-2L' },
		names: [/SKU POT-CMP-2L/],
	},
	'stockRecord move': {
		arrange: seedRecords,
		parameters: {
			fromRecord: byId('={{ $json.from }}'),
			toRecord: byId('={{ $json.to }}'),
			quantity: '={{ $json.pieces }}',
		},
		good: { pieces: 3 },
		gives: { quantity: 3 },
		bad: { pieces: 99 },
		names: [/Move from stock record/, /on hand/],
	},
	'stockRecord getHistory': {
		parameters: { historyOf: 'product', ...place(), limit: 1 },
		arrange: seedEdits,
		gives: { sku: 'POT-CMP-2L', notes: expect.stringMatching(/^No\. \d/) },
		...unknown({}),
		pages: { call: 'GET /v1/inventory/history', by: 'notes', rows: 5 },
	},
	'location rename': {
		parameters: { locationBy: 'name', warehouse: byId(RENO), oldName: '={{ $json.old }}', newName: 'B-01' },
		arrange: (stage) =>
			void stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: 5101, onHand: 1, location: 'A-01' }] }),
		good: { old: 'A-01' },
		gives: { oldName: 'A-01', newName: 'B-01' },
		bad: { old: 'Z-99' },
		names: [/[Ll]ocation Z-99/],
	},
	'location setFlags': {
		parameters: place({ flags: { pickable: false } }),
		gives: { sku: 'POT-CMP-2L' },
		...unknown({}),
	},
};
