import { InputProblem } from '../../../domain/inputProblem';
import type { Order, OrderChange, OrderUpsert } from '../../../domain/order/order';
import { allNotAttempted } from '../../../batch/notAttempted';
import type { BatchItem } from '../../../batch/types';
import { type Row, write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { ensureOrders, sameNumber } from '../../common/creation/create';
import { severalHave } from '../../common/creation/results';
import type { Created, Done } from '../../common/creation/wire';
import { otherLines } from '../../common/lineDifference';
import { unchanged } from '../../common/orderDifference';
import { partlyDone } from '../../common/partlyDone';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { orderWire } from './create';
import { setFieldValues } from './customFields';
import { lookAgain } from './locate';
import { updateOrders } from './update';
import { orderChange } from './write';

type Input = BatchItem<OrderUpsert>;
/** A change of an existing order, and the part of it that can be sent. */
interface Planned {
	change: OrderChange;
	sends: boolean;
	notSent: string[];
}

/**
 * Creates missing orders and changes existing ones. The numbers are looked up with as few calls as possible; a lost
 * response duplicates nothing.
 */
export async function createOrUpdateOrders(
	client: ApiClient,
	orders: readonly Input[],
	options: CreateOptions,
): Promise<Done[]> {
	const wire = orderWire(client);
	return await write(client, orders, {
		build: requireChannel,
		duplicates: sameNumber(wire),
		sendGroup: async (once) => {
			const ensured = await ensureOrders(wire, once, { ...options, lookUpFirst: true });
			const { outcomes, existing, doubtful, stopped } = ensured;
			const shared = once.flatMap(({ index, value }): Done[] => {
				const found = existing.get(index) ?? [];
				const doubt = found.length > 0 ? doubtful.get(index) : undefined;
				if (doubt) return [{ index, ok: false, error: doubt }];
				return found.length > 1 ? [{ index, ok: false, error: severalHave(value.orderNumber, found) }] : [];
			});
			const only = new Map(
				[...existing].flatMap(([index, [order, other]]) =>
					order && !other && !doubtful.has(index) ? [[index, order] as const] : [],
				),
			);
			const known = once.filter(({ index }) => only.has(index));
			// What stopped the creation would stop the changes too.
			const changed = stopped
				? allNotAttempted<Created>(known, stopped)
				: await write(client, known, { after: outcomes, sendGroup: async (all) => change(client, all, only) });
			return [...shared, ...outcomes, ...changed];
		},
	});
}

function requireChannel({ salesChannelId }: OrderUpsert): void {
	if (salesChannelId) return;
	throw new InputProblem({ problem: 'required', field: 'salesChannelId', of: 'order' });
}

async function change(
	client: ApiClient,
	inputs: readonly Input[],
	existing: ReadonlyMap<number, WithRaw<Order>>,
): Promise<Done[]> {
	const placed = inputs.map(({ index, value }) => ({
		index,
		value: { given: value, order: existing.get(index) as WithRaw<Order> },
	}));
	return await write(client, placed, {
		build: ({ given, order }) => plan(given, order),
		sendGroup: async (rows) => sendPlanned(client, rows, existing),
	});
}

async function sendPlanned(
	client: ApiClient,
	rows: ReadonlyArray<Row<{ given: OrderUpsert; order: WithRaw<Order> }, Planned>>,
	existing: ReadonlyMap<number, WithRaw<Order>>,
): Promise<Done[]> {
	const changes = rows.flatMap(({ index, body }) => (body.sends ? [{ index, value: body.change }] : []));
	const headers = await updateOrders(client, changes);
	const updated = new Map(headers.map((outcome) => [outcome.index, outcome]));
	const withFields = rows.flatMap(({ index, value: { given, order } }) => {
		if (!given.customFields?.length || updated.get(index)?.ok === false) return [];
		return [{ index, value: { orderId: order.value.orderId, settings: given.customFields } }];
	});
	const fieldsSet = await write(client, withFields, {
		after: headers,
		sendGroup: async (all) => setFieldValues(client, all),
	});
	const fields = new Map(fieldsSet.map((outcome) => [outcome.index, outcome]));
	const changed = rows.filter(({ index }) => updated.has(index) || fields.has(index));
	// A payment date may change the status, so the order is read again. If that read fails, the change still counts.
	const now = await lookAgain(client, changed).catch(() => existing);
	return rows.map(({ index, value: { given, order: was }, body }): Done => {
		const [header, ofFields] = [updated.get(index), fields.get(index)];
		if (header && !header.ok) return { index, ok: false, error: header.error };
		if (ofFields && !ofFields.ok) {
			return {
				index,
				ok: false,
				error: header
					? partlyDone(ofFields.error, 'The order was updated, but its custom fields were not set')
					: ofFields.error,
			};
		}
		const { value, raw } = now.get(index) ?? was;
		const { orderId, orderNumber, status, lifecycle } = value;
		const outcome = (header ?? ofFields) ? 'updated' : 'existing';
		const said = { notSent: body.notSent, ...otherLines(given.order, was.value, 'Its lines were') };
		return { index, ok: true, value: { value: { outcome, orderId, orderNumber, status, lifecycle, ...said }, raw } };
	});
}

const discounted = z.looseObject({ discount: z.looseObject({ amount: z.number().nullish() }).nullish() });

function plan(given: OrderUpsert, { value, raw }: WithRaw<Order>): Planned {
	const change: OrderChange = {
		key: { orderId: value.orderId },
		shipTo: given.shipTo,
		details: given.details,
		currency: value.currency ?? undefined,
	};
	const wire = orderChange(change);
	const discount = discounted.safeParse(raw).data?.discount?.amount ?? 0;
	return {
		change,
		sends: Boolean(wire.header ?? wire.notes),
		notSent: unchanged(given, value, wire.notSent, discount),
	};
}
