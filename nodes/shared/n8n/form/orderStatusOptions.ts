import type { INodePropertyOptions } from 'n8n-workflow';
import { alphabetical } from '../../domain/alphabetical';
import { LIFECYCLES, ORDER_STATUSES } from '../../domain/order/orderStatus';

const spaced = (word: string): string => word.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());

/** The statuses to filter orders by: the shop's terms, and the service's own where those are finer. */
export const orderStatusOptions: INodePropertyOptions[] = [
	...LIFECYCLES.map((lifecycle) => ({ name: spaced(lifecycle), value: lifecycle as string })),
	...ORDER_STATUSES.filter(({ name }) => !LIFECYCLES.some((lifecycle) => spaced(lifecycle) === name)).map(
		({ name, status, lifecycle }) => ({
			name,
			value: status,
			description: `${status}, a kind of ${spaced(lifecycle)}`,
		}),
	),
].sort((one, other) => alphabetical(one.name, other.name));
