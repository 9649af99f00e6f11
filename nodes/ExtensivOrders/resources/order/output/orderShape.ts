import { type Order, ORDER_PROPERTIES, type OrderLine } from '../../../../shared/domain/order/order';
import {
	joined,
	type OutputColumn,
	own,
	ownWith,
	type PartOf,
	partsOf,
	shapeOf,
} from '../../../../shared/n8n/output/shape';

const column = (name: string, of: (order: Order) => unknown): OutputColumn<Order> => ({ name, of });
const detail = (name: string, of: (order: Order) => unknown): OutputColumn<Order> => ({
	name,
	of,
	needs: 'order.details',
});

const number = own<Order>('orderNumber', 'status', 'orderDate');
const channel = detail('channel', ({ salesChannel }) => salesChannel?.name ?? salesChannel?.id ?? null);
const recipient = column('recipient', ({ shipTo }) => shipTo.name || null);

const COLUMNS: Array<OutputColumn<Order>> = [
	...number,
	channel,
	recipient,
	column('city', ({ shipTo }) => shipTo.city || null),
	column('country', ({ shipTo }) => shipTo.country || null),
	...ownWith<Order>('order.details', 'total'),
	...own<Order>('currency'),
	detail('tracking', ({ trackingNumbers }) => joined(trackingNumbers)),
	column('lineCount', ({ lines }) => lines.length),
	...own<Order>('orderId'),
];

const LINE_FIELDS = [
	'lineNumber',
	'lineId',
	'sku',
	'productSku',
	'name',
	'quantity',
	'unitPrice',
	'tax',
	'discount',
	'notes',
] as const satisfies ReadonlyArray<keyof NumberedLine>;

/** A line with its place in the order, from 1. */
type NumberedLine = OrderLine & { lineNumber: number };
type Line = PartOf<Order, NumberedLine>;
const ofOrder = ({ name, of, needs }: OutputColumn<Order>): OutputColumn<Line> => ({
	name,
	of: ({ whole }) => of(whole),
	...(needs ? { needs } : {}),
});
const ofLine = (name: keyof OrderLine): OutputColumn<Line> => ({ name, of: ({ part }) => part?.[name] ?? null });

/** How orders come out. */
export const orderShape = shapeOf<Order>({
	columns: COLUMNS,
	fields: ORDER_PROPERTIES,
	parts: [
		partsOf<Order, NumberedLine>({
			parameter: 'oneItemPerLine',
			label: 'One Item per Line',
			description:
				'Whether each order line is an item of its own, with the number, date and recipient of its order. A ' +
				'limit still counts orders.',
			of: ({ lines }) => lines.map((line, at) => ({ ...line, lineNumber: at + 1 })),
			columns: [
				ofOrder(number[0] as OutputColumn<Order>),
				ofLine('sku'),
				{ ...ofLine('name'), needs: 'order.details' },
				ofLine('quantity'),
				ofLine('unitPrice'),
				ofOrder(own<Order>('currency')[0] as OutputColumn<Order>),
				...number.slice(1).map(ofOrder),
				ofOrder(channel),
				ofOrder(recipient),
				{ ...ofLine('lineId'), needs: 'order.details' },
				ofOrder(own<Order>('orderId')[0] as OutputColumn<Order>),
			],
			fields: LINE_FIELDS,
		}),
	],
});
