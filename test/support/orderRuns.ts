import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import type { CreateOptions } from '../../nodes/shared/api/ports/types';
import type { Contract } from './apiClient';
import type { CreatedOrder } from '../../nodes/shared/domain/order/order';
import type { ItemResult } from '../../nodes/shared/batch/types';
import type { WithRaw } from '../../nodes/shared/api/ports/types';
import type { ClientChoice } from './apiClient';
import type { Place } from './place';
import { newOrders } from './samples';
import { SandboxClock } from './sandboxClock';

export const OPERATIONS = ['create', 'createOrUpdate'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** The call that creates orders, as a fault or a count of the sandbox names it. */
export const CREATION = {
	live: { method: 'PUT', path: '/v1/order' },
	guide: { method: 'POST', path: '/api/orders' },
} as const;
export const creationsOf = (place: Place, contract: Contract): number =>
	place.calls(`${CREATION[contract].method} ${CREATION[contract].path}`);

/** Orders of these numbers, by *Create* or by *Create or Update*. */
export async function runOrders(
	manager: OrderManagerApi,
	operation: Operation,
	numbers: readonly string[],
	options: Partial<CreateOptions> = {},
): Promise<Array<ItemResult<WithRaw<CreatedOrder>>>> {
	const orders = newOrders(numbers);
	const all = { lookUpFirst: true, ...options };
	if (operation === 'create') return await manager.orders.create(orders, all);
	const wanted = orders.map(({ index, value: order }) => ({
		index,
		value: { orderNumber: order.orderNumber, salesChannelId: order.salesChannelId, order, shipTo: {}, details: {} },
	}));
	return await manager.orders.createOrUpdate(wanted, all);
}

/** A manager whose waits make the sandbox's clock go on. */
export const patientManager = (place: Place, contract: Contract, choice: ClientChoice = {}): OrderManagerApi =>
	place.manager(contract, { clock: new SandboxClock(place.control), ...choice });

/** How often each number is in the books. */
export const countsOf = (place: Place, numbers: readonly string[]): number[] => {
	const { ordersByNumber } = place.control.books();
	return numbers.map((number) => ordersByNumber[number] ?? 0);
};
