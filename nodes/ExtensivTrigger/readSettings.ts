import { requireSupported } from '../shared/api/ports/requireSupported';
import type { Contract } from '../shared/api/ports/capabilities';
import { InputError } from '../shared/domain/inputError';
import { LIFECYCLES, statusesOf } from '../shared/domain/order/orderStatus';
import { parseQuantity } from '../shared/domain/values/money';
import type { Fields } from '../shared/n8n/read/params';
import { labelOf } from '../shared/events/names';
import { filtersOf } from './events/registry';
import { type FilterName, type Filters, type Settings, type Start, type StockSettings } from './settings';
import { type EventName, EVENTS } from '../shared/events/names';
import { MINUTE, secondsOf } from '../shared/events/time';

const FILTER_LABELS: Record<FilterName, string> = {
	salesChannelId: 'Sales Channel',
	warehouseId: 'Warehouse',
	statuses: 'Status',
	skus: 'SKUs',
};

/** The default settings. Times in seconds. */
export const DEFAULTS = {
	settleDelay: 60,
	lookbackWindow: 120,
	bound: 2_000,
	watchDays: 14,
	repeatMinutes: 10,
	threshold: 10,
} as const;

/**
 * Reads the user's settings.
 * @throws InputError naming the field; ApiError `unsupported` for an event that the contract lacks
 */
export function readSettings(fields: Fields, contract: Contract): Settings {
	const events = readEvents(fields, contract);
	const options = fields.inside('options');
	const whole = (name: string, label: string, usual: number, least: number): number =>
		options.text(name) === undefined ? usual : parseQuantity(options.raw(name), label, least);
	const filters = readFilters(fields.inside('filters'), contract);
	for (const event of events) refuseUseless(event, filters);
	return {
		contract: contract.name,
		events,
		start: readStart(fields),
		filters,
		...(events.includes('orderStatusChanged')
			? {
					fromStatuses: readStatuses(fields, 'fromStatus', contract),
					toStatuses: readStatuses(fields, 'toStatus', contract),
				}
			: {}),
		stock: readStock(fields),
		watchDays: whole('watchDays', 'Watch Shipments For (Days)', DEFAULTS.watchDays, 1),
		settleDelay: whole('settleSeconds', 'Settle Time (Seconds)', DEFAULTS.settleDelay, 0),
		lookbackWindow: whole('overlapSeconds', 'Overlap (Seconds)', DEFAULTS.lookbackWindow, 2),
		bound: whole('maxRecords', 'Max Records at a Time', DEFAULTS.bound, 1),
		...(options.text('pageSize') === undefined ? {} : { pageSize: whole('pageSize', 'Page Size', 0, 1) }),
		repeatWithin: whole('repeatMinutes', 'Repeat After Restart (Mins)', DEFAULTS.repeatMinutes, 0) * MINUTE,
		simplify: fields.raw('simplify') !== false,
		perLine: fields.flag('oneItemPerLine'),
	};
}

function readEvents(fields: Fields, contract: Contract): EventName[] {
	const chosen = fields.list('events') ?? [];
	if (chosen.length === 0) throw new InputError('Trigger On', 'Nothing is selected.', 'Select at least one event.');
	return chosen.map((name) => {
		const event = EVENTS.find((one) => one === name);
		if (!event) throw new InputError('Trigger On', `“${name}” is not an event.`, `Use one of ${EVENTS.join(', ')}.`);
		return requireSupported(contract.supports(`event.${event}`) ? event : undefined, labelOf(event));
	});
}

function readStart(fields: Fields): Start {
	switch (fields.raw('startFrom')) {
		case 'date': {
			const at = secondsOf(fields.date('startDate', 'Start Date'));
			if (at === undefined)
				throw new InputError(
					'Start Date',
					'This required field is empty.',
					'Enter the date from which you want to receive changes.',
				);
			return { from: 'date', at };
		}
		case 'hours':
			return { from: 'hours', hours: fields.quantity('startHours', 'Hours') };
		default:
			return { from: 'now' };
	}
}

function readFilters(fields: Fields, contract: Contract): Filters {
	const names = [...(fields.list('status') ?? []), ...(fields.list('serviceStatus') ?? [])];
	const filters: Filters = {
		salesChannelId: fields.locator('salesChannel'),
		warehouseId: fields.locator('warehouse'),
		statuses: names.length > 0 ? statusesMeant(names, 'Status', contract) : undefined,
		skus: fields.list('skus'),
	};
	if (filters.salesChannelId !== undefined && !contract.supports('filter.salesChannel')) {
		throw new InputError(
			'Sales Channel',
			`${contract.title} does not have this filter.`,
			'Remove the filter, or use a credential for the live API.',
		);
	}
	return filters;
}

const readStatuses = (fields: Fields, name: 'fromStatus' | 'toStatus', contract: Contract): string[] | undefined => {
	const names = fields.list(name);
	return names && statusesMeant(names, name === 'fromStatus' ? 'From Status' : 'To Status', contract);
};

function statusesMeant(names: readonly string[], label: string, contract: Contract): string[] {
	const statuses = [...new Set(names.flatMap((word) => statusesOf(word, contract.orderStatuses)))];
	if (statuses.length > 0) return statuses;
	throw new InputError(
		label,
		`Orders of this contract never have the status “${names.join(', ')}”.`,
		`Select another status: ${LIFECYCLES.join(', ')}.`,
	);
}

/** An ignored filter would let the wrong records through, so it is an error. */
function refuseUseless(event: EventName, filters: Filters): void {
	const listed = filtersOf(event);
	for (const [name, value] of Object.entries(filters) as Array<[FilterName, unknown]>) {
		if (value === undefined || listed.includes(name)) continue;
		const own = event === 'orderStatusChanged' && name === 'statuses';
		throw new InputError(
			FILTER_LABELS[name],
			`${labelOf(event)} does not support this filter.`,
			own
				? 'Use From Status and To Status instead.'
				: 'Remove the filter, or use a separate trigger node for this event.',
		);
	}
}

function readStock(fields: Fields): StockSettings {
	const quantities = ['available', 'onHand', 'either'] as const;
	const quantity = quantities.find((one) => one === fields.raw('stockQuantity')) ?? 'available';
	const options = fields.inside('options');
	const feedChannelId = options.locator('feedChannel');
	if (feedChannelId !== undefined && quantity !== 'available') {
		throw new InputError(
			'Feed of Sales Channel',
			'The feed of changes only covers the available quantity.',
			'Set “Quantity” to “Available”, or remove the option.',
		);
	}
	return {
		perWarehouse: fields.raw('stockDetail') === 'warehouse',
		quantity,
		threshold:
			fields.text('threshold') === undefined
				? DEFAULTS.threshold
				: parseQuantity(fields.raw('threshold'), 'Threshold', 0),
		thresholds: Object.fromEntries(
			fields
				.rows('skuThresholds', 'row')
				.map((row) => [
					row.requiredCode('sku', 'SKU').toLowerCase(),
					parseQuantity(row.raw('threshold'), 'Threshold', 0),
				]),
		),
		firstRun: fields.raw('firstRun') === 'everything' ? 'everything' : 'nothing',
		...(feedChannelId === undefined ? {} : { feedChannelId }),
	};
}
