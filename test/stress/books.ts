import type { EngineItem } from '../engine';
import type { SandboxControl } from '../sandbox';
import { COLUMBUS } from '../support/parameters';
import type { Kind } from './sizes';
import type { Shop, ShopLevel, ShopOrder, ShopShipment } from './shop';
import type { Execution } from './tally';

/** Names that a difference lists. */
const NAMED = 5;
const named = (names: readonly string[]): string =>
	`${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`;

/** An order as the service has it. */
interface Booked {
	orderItems: Array<{ listingSku: string; quantityOrdered: number; unitPrice: { amount: number } }>;
	shipments: Array<{ trackingNumbers: string[] }>;
}

/** Compares what the shop sent with the books of the service. */
export class Books {
	private readonly orders: ShopOrder[];
	private readonly shipments: ShopShipment[];
	private readonly notes: string[] = [];
	/** Tracking numbers that were read back, and how often. */
	private readonly read = new Map<string, number>();
	private readonly before: number;

	constructor(
		private readonly control: SandboxControl,
		private readonly shop: Shop,
		batches: ShopOrder[][],
	) {
		this.orders = batches.flat();
		this.shipments = batches.flatMap((batch) => shop.shipments(batch));
		this.before = control.books().orders;
	}

	/** Something that is wrong in any case. */
	note(text: string): void {
		this.notes.push(text);
	}

	/** Shipments that a node has read. */
	takeRead(items: readonly EngineItem[]): void {
		for (const { json } of items) {
			const tracking = String(json.trackingNumber);
			this.read.set(tracking, (this.read.get(tracking) ?? 0) + 1);
		}
	}

	/** Whether rows that failed had an effect all the same. */
	effectOf(kind: Kind): (row: unknown) => boolean {
		if (kind === 'orders') return (row) => this.booked((row as ShopOrder)['Order Number']).length > 0;
		if (kind === 'levels') {
			const onHand = this.onHand();
			return (row) => onHand.get((row as ShopLevel).sku) === (row as ShopLevel).onHand;
		}
		if (kind === 'shipments')
			return (row) => {
				const { orderNumber, tracking } = row as ShopShipment;
				return trackingOf(this.booked(orderNumber)).includes(tracking);
			};
		return () => false;
	}

	/** What is not as it has to be at the end. */
	differences(executions: readonly Execution[]): string[] {
		// Of a level the node says no more than that it failed: sending it again does no harm.
		const untrue = executions.reduce((sum, { kind, untrue }) => sum + (kind === 'levels' ? 0 : untrue), 0);
		return [
			...this.notes,
			...(untrue > 0 ? [`Rows that were done although the node reported a failure without doubt: ${untrue}`] : []),
			...this.orderDifferences(),
			...this.levelDifferences(),
			...this.shipmentDifferences(),
		];
	}

	private orderDifferences(): string[] {
		const lines = (order: Booked): string =>
			order.orderItems
				.map(({ listingSku, quantityOrdered, unitPrice }) => `${listingSku} ${quantityOrdered} ${unitPrice.amount}`)
				.join();
		const sent = (order: ShopOrder): string =>
			order['Order Lines'].map(({ sku, quantity, unitPrice }) => `${sku} ${quantity} ${unitPrice}`).join();
		const found = this.orders.map((order) => ({ order, booked: this.booked(order['Order Number']) }));
		const numbersWhere = (test: (one: (typeof found)[number]) => boolean): string[] =>
			found.filter(test).map(({ order }) => order['Order Number']);
		const others =
			this.control.books().orders - this.before - found.reduce((sum, { booked }) => sum + booked.length, 0);
		return [
			...about(
				'Missing orders',
				numbersWhere(({ booked }) => booked.length === 0),
			),
			...about(
				'Orders that exist more than once',
				numbersWhere(({ booked }) => booked.length > 1),
			),
			...about(
				'Orders with other lines',
				numbersWhere(({ order, booked }) => booked.some((one) => lines(one) !== sent(order))),
			),
			...(others === 0 ? [] : [`Orders that nobody sent: ${others}`]),
		];
	}

	private levelDifferences(): string[] {
		const onHand = this.onHand();
		const wrong = [...this.shop.onHand].filter(([sku, level]) => onHand.get(sku) !== level);
		return about(
			'Stock levels other than the last sent',
			wrong.map(([sku, level]) => `${sku} (${onHand.get(sku)} instead of ${level})`),
		);
	}

	private shipmentDifferences(): string[] {
		const wanted = new Map(this.shipments.map(({ orderNumber, tracking }) => [orderNumber, tracking]));
		const out = this.orders.map(({ 'Order Number': number }) => ({
			number,
			wanted: wanted.get(number),
			tracking: trackingOf(this.booked(number)),
		}));
		const numbersWhere = (test: (one: (typeof out)[number]) => boolean): string[] =>
			out.filter(test).map(({ number }) => number);
		const trackingNumbers = [...wanted.values()];
		return [
			...about(
				'Orders that did not ship',
				numbersWhere((one) => one.wanted !== undefined && !one.tracking.includes(one.wanted)),
			),
			...about(
				'Orders that shipped more than once',
				numbersWhere((one) => one.tracking.length > 1),
			),
			...about(
				'Orders that shipped unasked',
				numbersWhere((one) => one.wanted === undefined && one.tracking.length > 0),
			),
			...about(
				'Shipments that were not read back',
				trackingNumbers.filter((one) => !this.read.has(one)),
			),
			...about(
				'Shipments that were read back more than once',
				trackingNumbers.filter((one) => (this.read.get(one) ?? 0) > 1),
			),
			...(this.read.size > trackingNumbers.length
				? [`Shipments that were read back and never sent: ${this.read.size - trackingNumbers.length}`]
				: []),
		];
	}

	private booked(number: string): Booked[] {
		return this.control.orders({ number }) as unknown as Booked[];
	}

	private onHand(): Map<string, number> {
		const { stock } = this.control.books();
		return new Map(stock.filter((row) => row.warehouseId === Number(COLUMBUS)).map((row) => [row.sku, row.onHand]));
	}
}

const trackingOf = (booked: readonly Booked[]): string[] =>
	booked.flatMap(({ shipments }) => shipments.flatMap(({ trackingNumbers }) => trackingNumbers));

const about = (what: string, names: readonly string[]): string[] =>
	names.length === 0 ? [] : [`${what}: ${names.length} (${named(names)})`];
