import { chosen, defineFields, seedOrder } from '../../../support/orderActions';
import { SHOPIFY } from '../../../support/parameters';
import type { Stage } from '../../../support/stage';
import type { Cases } from './case';

const OPEN = { no: 'NW-10046' };
const unknown = { bad: { no: 'NW-404' }, names: [/number/i, /NW-404/] };
const noLabel = { bad: { ...OPEN, label: 'Nope' }, names: [/label/i, /Nope/] };
const defineRoute = async (stage: Stage): Promise<void> => void (await defineFields(stage, 'Route'));

/** Lines, labels and custom fields of orders. */
export const ORDER_PARTS: Cases = {
	'orderItem add': {
		arrange: (stage) => void seedOrder(stage, 'SHOP', { salesChannelId: Number(SHOPIFY) }),
		parameters: chosen({ sku: 'MUG', quantity: 1 }),
		good: OPEN,
		gives: { outcome: 'added', sku: 'MUG' },
		bad: { no: 'SHOP' },
		names: [/SHOP/, /cannot be edited/],
	},
	'orderItem update': {
		parameters: chosen({ sku: '={{ $json.sku }}', updateFields: { quantity: 5 } }),
		good: { ...OPEN, sku: 'NW-MUG-BLU' },
		gives: { outcome: 'updated', sku: 'NW-MUG-BLU' },
		bad: { ...OPEN, sku: 'NOPE' },
		names: [/NW-10046/, /SKU NOPE/],
	},
	'orderItem remove': {
		arrange: (stage) => void seedOrder(stage, 'ONE', { items: [{ sku: 'MUG' }] }),
		parameters: chosen({ sku: '={{ $json.sku }}' }),
		good: { ...OPEN, sku: 'NW-POT-2L' },
		gives: { outcome: 'removed', sku: 'NW-POT-2L' },
		bad: { no: 'ONE', sku: 'MUG' },
		names: [/ONE/, /at least one item/],
	},
	'orderLabel get': { parameters: chosen(), good: OPEN, gives: { labelNames: 'Priority' }, ...unknown },
	'orderLabel add': {
		parameters: chosen({ labels: '={{ $json.label }}' }),
		good: { no: 'NW-10047', label: 'Priority' },
		gives: { labelNames: 'Priority' },
		...noLabel,
	},
	'orderLabel remove': {
		parameters: chosen({ labels: '={{ $json.label }}' }),
		good: { ...OPEN, label: 'Priority' },
		gives: { labelNames: null },
		...noLabel,
	},
	'orderCustomField get': {
		arrange: defineRoute,
		parameters: chosen(),
		good: OPEN,
		gives: { values: null },
		...unknown,
	},
	'orderCustomField set': {
		arrange: defineRoute,
		parameters: chosen({ customFields: { field: [{ field: '={{ $json.field }}', value: 'North' }] } }),
		good: { ...OPEN, field: 'Route' },
		gives: { values: 'Route: North' },
		bad: { ...OPEN, field: 'Nope' },
		names: [/custom field/i, /Nope/],
	},
};
