import type { CreatedOrder, NewOrder, NewOrderLine, Order, OrderLine } from '../../domain/order/order';

/** The most lines that a sentence lists. */
const LISTED = 5;
/** Services round prices to the cent. */
const CENT = 0.011;

type Line = Pick<OrderLine, 'sku' | 'quantity' | 'unitPrice'>;
interface Goods {
	sku: string;
	quantity: number;
	/** Total value; undefined if a price is unknown. */
	value?: number;
}

const plain = (sku: string): string => sku.trim().toUpperCase();

/** Quantity and value by SKU: a service may split a line, or merge two of one product. */
function goodsOf(lines: readonly Line[]): Map<string, Goods> {
	const goods = new Map<string, Goods>();
	for (const { sku, quantity, unitPrice } of lines) {
		const known = goods.get(plain(sku)) ?? { sku, quantity: 0, value: 0 };
		const value = known.value === undefined || unitPrice === null ? undefined : known.value + quantity * unitPrice;
		goods.set(plain(sku), { sku: known.sku, quantity: known.quantity + quantity, value });
	}
	return goods;
}

/** Matches an order's lines to the input's SKUs: a line may have the listing's SKU or the product's. */
function asWanted(lines: readonly OrderLine[], wanted: ReadonlyMap<string, Goods>): Line[] {
	return lines.map(({ sku, productSku, quantity, unitPrice }) => {
		const isKnown = sku !== '' && (productSku === null || wanted.has(plain(sku)) || !wanted.has(plain(productSku)));
		return { sku: isKnown ? sku : (productSku ?? sku), quantity, unitPrice };
	});
}

const texts = (goods: Iterable<Goods>, priced: ReadonlySet<string>): string => {
	const all = [...goods].map(({ sku, quantity, value = 0 }) => {
		const price = priced.has(plain(sku)) ? ` at ${Number((value / quantity).toFixed(4))}` : '';
		return `${quantity} × ${sku}${price}`;
	});
	return [...all.slice(0, LISTED), ...(all.length > LISTED ? [`${all.length - LISTED} more`] : [])].join(', ');
};

/**
 * How an existing order's lines differ from the input's, for example `it has 1 × MUG; the input has 3 × POT`. Undefined
 * if nothing differs, or if the service shows no lines with SKUs and quantities. A bundle that the service shows as its
 * parts looks different: the text names the parts and is still true.
 */
export function lineDifference(
	input: Pick<NewOrder, 'lines' | 'currency'>,
	order: Pick<Order, 'lines' | 'currency'>,
): string | undefined {
	const isUnclear = ({ sku, productSku, quantity }: OrderLine): boolean =>
		(sku === '' && !productSku) || quantity === 0;
	if (order.lines.length === 0 || order.lines.some(isUnclear)) return undefined;
	// A price of 0 may mean that nobody entered one.
	const priceOf = ({ unitPrice }: NewOrderLine): number | null => (unitPrice === 0 ? null : unitPrice);
	const given = goodsOf(input.lines.map((line) => ({ ...line, unitPrice: priceOf(line) })));
	const now = goodsOf(asWanted(order.lines, given));
	const comparesPrices = order.currency === null || order.currency === input.currency;
	const differing = new Set<string>();
	const priced = new Set<string>();
	for (const key of new Set([...given.keys(), ...now.keys()])) {
		const [wanted, has] = [given.get(key), now.get(key)];
		if (wanted?.quantity !== has?.quantity) differing.add(key);
		else if (comparesPrices && wanted && has && pricesDiffer(wanted, has)) priced.add(key);
	}
	if (differing.size + priced.size === 0) return undefined;
	const isNamed = (key: string): boolean => differing.has(key) || priced.has(key);
	const shown = (goods: Map<string, Goods>): string =>
		texts(
			[...goods].flatMap(([key, one]) => (isNamed(key) ? [one] : [])),
			priced,
		) || 'none of them';
	return `it has ${shown(now)}; the input has ${shown(given)}`;
}

const pricesDiffer = (wanted: Goods, has: Goods): boolean =>
	wanted.value !== undefined &&
	has.value !== undefined &&
	wanted.quantity !== 0 &&
	Math.abs(wanted.value - has.value) > CENT * Math.max(1, Math.abs(wanted.quantity));

/** The notice about an existing order with other lines than the input; nothing if they are the same. */
export function otherLines(
	input: NewOrder | Error,
	order: Order,
	unchanged: 'It was' | 'Its lines were',
): Pick<CreatedOrder, 'notice' | 'otherLines'> {
	const difference = input instanceof Error ? undefined : lineDifference(input, order);
	if (difference === undefined) return {};
	const notice = `Order ${order.orderNumber} exists with other lines: ${difference}. ${unchanged} not changed.`;
	return { otherLines: difference, notice };
}
