import type { CreatedOrder, Order } from '../../../domain/order/order';
import { shorten } from '../../../domain/values/shorten';
import type { WithRaw } from '../../ports/types';

type Said = Pick<CreatedOrder, 'notice' | 'otherOrderIds'>;

/** Several orders with the same number, the oldest first. */
export interface Double {
	/** The order that this run created, if known. */
	own: WithRaw<Order> | undefined;
	all: ReadonlyArray<WithRaw<Order>>;
}

const idOf = ({ value }: WithRaw<Order>): string => value.orderId;
/** An ID in a sentence. */
const shown = (id: string | null): string => shorten(id ?? 'unknown', 40);

/** `ID 5, ID 7 (canceled) and ID 9 (created by this run)` */
function ids({ own, all }: Double): string {
	const names = all.map((order) => {
		const remarks = [
			order === own ? 'created by this run' : '',
			order.value.lifecycle === 'cancelled' ? 'canceled' : '',
		].filter(Boolean);
		return `ID ${shown(idOf(order))}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`;
	});
	const last = names.pop() ?? '';
	return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

export function sharedNumber({ orderId, orderNumber }: CreatedOrder, double: Double, failure = ''): Said {
	const [oldest, ...younger] = double.all.filter(({ value }) => value.lifecycle !== 'cancelled');
	const what = `Order Manager has ${double.all.length} orders with the number ${orderNumber}: ${ids(double)}.`;
	const keep =
		oldest && younger.length > 0
			? `Keep the oldest, ID ${shown(idOf(oldest))}, and cancel ` +
				`${younger.map((order) => `ID ${shown(idOf(order))}`).join(', ')} in Order Manager.`
			: '';
	const advice = failure ? `Canceling the younger one failed: ${failure} ${keep}` : keep;
	return {
		notice: keep ? `${what} ${advice}` : what,
		otherOrderIds: double.all.map(idOf).filter((id) => id !== orderId),
	};
}

export const canceledDouble = (
	{ orderNumber }: CreatedOrder,
	kept: WithRaw<Order>,
	double: Double & { own: WithRaw<Order> },
): Said => ({
	notice:
		`Another run created order ${orderNumber} at the same time. The older order, ID ${shown(idOf(kept))}, was kept; ` +
		`the one of this run, ID ${shown(idOf(double.own))}, was canceled.`,
	otherOrderIds: double.all.map(idOf).filter((id) => id !== idOf(kept)),
});

/** An order that was created and appears in no list, so a second order with its number may exist. */
export function notSeen(
	{ orderId, orderNumber }: CreatedOrder,
	problem: string,
	others: ReadonlyArray<WithRaw<Order>>,
): Said {
	const created = `Order ${orderNumber} was created (ID ${shown(orderId)}), but`;
	if (others.length > 0) {
		const advice = 'Check in Order Manager whether both exist, and keep one.';
		return {
			notice: `${created} lists show only ${ids({ own: undefined, all: others })}. ${advice}`,
			otherOrderIds: others.map(idOf),
		};
	}
	if (problem) return { notice: `${created} the check for a second order with this number failed: ${problem}` };
	return {
		notice:
			`${created} lists do not show it yet, so a second order with this number cannot be ruled out. ` +
			'Search for the number in Order Manager later, or run this node again then: it names all orders that ' +
			'have the number.',
	};
}
