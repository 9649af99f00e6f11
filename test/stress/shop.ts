import type { IDataObject } from 'n8n-workflow';
import type { SeedData } from '../sandbox';
import { Random } from '../sandbox/store/random';
import { COLUMBUS } from '../support/parameters';
import type { Size } from './sizes';

/** An order as a shop's export has it: the node finds the columns by their names. */
export interface ShopOrder extends IDataObject {
	'Order Number': string;
	'Order Lines': Array<{ sku: string; quantity: number; unitPrice: number }>;
}

export interface ShopLevel extends IDataObject {
	sku: string;
	onHand: number;
}

export interface ShopShipment extends IDataObject {
	orderNumber: string;
	tracking: string;
}

const fixed = (at: number): string => String(at).padStart(7, '0');
const skuOf = (at: number): string => `PK-${fixed(at)}`;
const MOST_ON_HAND = 1_000;

/** The invented shop of a peak hour. The same seed gives the same orders, levels and shipments. */
export class Shop {
	private readonly random: Random;
	/** The last level of each SKU that was sent. */
	readonly onHand = new Map<string, number>();

	constructor(
		readonly size: Size,
		seed: number,
	) {
		this.random = new Random(seed);
		for (let at = 0; at < size.skus; at++) this.onHand.set(skuOf(at), 0);
	}

	/** The products that the service knows, with a stock record each. */
	data(): SeedData {
		const skus = [...this.onHand.keys()];
		return {
			products: skus.map((sku) => ({ sku })),
			stock: skus.map((sku) => ({ sku, warehouseId: Number(COLUMBUS), onHand: 0 })),
		};
	}

	/** Orders by execution. They ship from Reno, so that they do not change the levels in Columbus. */
	orders(): ShopOrder[][] {
		const all = Array.from({ length: this.size.orders }, (_, at): ShopOrder => {
			const lines = Array.from({ length: 1 + this.random.below(3) }, () => ({
				sku: skuOf(this.random.below(this.size.skus)),
				quantity: 1 + this.random.below(5),
				unitPrice: (100 + this.random.below(9_900)) / 100,
			}));
			return {
				'Order Number': `PEAK-${fixed(at)}`,
				'Recipient Name': `Buyer ${at}`,
				'Street 1': `${1 + this.random.below(999)} Market Street`,
				City: 'Reno',
				State: 'NV',
				'Postal Code': String(89_501 + this.random.below(60)),
				Country: 'US',
				'Payment Date': '2025-11-28T12:00:00Z',
				'Order Lines': lines,
			};
		});
		return cut(all, this.size.ordersAtOnce);
	}

	/** The shipments of the orders of one execution. */
	shipments(orders: readonly ShopOrder[]): ShopShipment[] {
		const share = Math.round((orders.length * this.size.shipments) / this.size.orders);
		return orders.slice(0, share).map(({ 'Order Number': orderNumber }) => ({
			orderNumber,
			tracking: orderNumber.replace('PEAK-', '1ZPEAK'),
		}));
	}

	/**
	 * Stock updates, by SKUs that one execution sends together; each such list has to be sent in its order. Every update
	 * differs from the one before it.
	 */
	levels(): ShopLevel[][][] {
		const { levels, levelsAtOnce, skus } = this.size;
		return cut([...this.onHand.keys()], levelsAtOnce).map((part) =>
			Array.from({ length: levels / skus }, () =>
				part.map((sku) => {
					const step = 1 + this.random.below(MOST_ON_HAND - 1);
					const onHand = ((this.onHand.get(sku) ?? 0) + step) % MOST_ON_HAND;
					this.onHand.set(sku, onHand);
					return { sku, onHand };
				}),
			),
		);
	}
}

const cut = <T>(all: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
