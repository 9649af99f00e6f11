/** Pieces of a product in a place. */
export interface Quantities {
	onHand: number;
	/** Null if the service does not report it. */
	available: number | null;
}

/** The levels of one place, by SKU. */
export type Levels = Map<string, Quantities>;

/**
 * Saves the levels of a place as one text, because n8n stores it with every poll that emits something: the SKUs in
 * order, each without the prefix it shares with the previous one, as `<shared characters><rest>^<on hand>,<available>`
 * separated by `|`. Numbers are in base 36; the available quantity is omitted if it equals the quantity on hand.
 * 100,000 SKUs of 20 characters take less than 3 MB.
 */
export function saveLevels(levels: Levels): string {
	let before = '';
	return [...levels]
		.map(([sku, quantities]): [string, Quantities] => [escaped(sku), quantities])
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([sku, quantities]) => {
			const shared = sharedLength(before, sku);
			before = sku;
			return `${shared.toString(36)}${sku.slice(shared)}^${savedQuantities(quantities)}`;
		})
		.join('|');
}

/** Reads the text that `saveLevels` made. Damaged entries are dropped: their SKUs count as new. */
export function readLevels(saved: string): Levels {
	const levels: Levels = new Map();
	let before = '';
	for (const entry of saved.split('|')) {
		const [text = '', numbers] = entry.split('^');
		const shared = parseInt(text[0] ?? '', 36);
		const quantities = numbers === undefined ? undefined : readQuantities(numbers);
		if (Number.isNaN(shared) || shared > before.length) continue;
		before = before.slice(0, shared) + text.slice(1);
		const sku = unescaped(before);
		if (quantities && sku !== undefined) levels.set(sku, quantities);
	}
	return levels;
}

/** The largest number that one base 36 digit can express. */
const MOST_SHARED = 35;

function sharedLength(one: string, other: string): number {
	const most = Math.min(one.length, other.length, MOST_SHARED);
	let at = 0;
	while (at < most && one[at] === other[at]) at += 1;
	return at;
}

const savedQuantities = ({ onHand, available }: Quantities): string =>
	`${onHand.toString(36)}${available === onHand ? '' : `,${available === null ? '' : available.toString(36)}`}`;

function readQuantities(text: string): Quantities | undefined {
	const [onHand = '', available] = text.split(',').map((number) => (number === '' ? null : parseInt(number, 36)));
	if (typeof onHand !== 'number' || Number.isNaN(onHand) || Number.isNaN(available)) return undefined;
	return { onHand, available: available === undefined ? onHand : available };
}

const escaped = (sku: string): string => sku.replace(/[%|^"\\]|\p{Cc}/gu, encodeURIComponent);

function unescaped(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
