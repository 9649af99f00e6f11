// The code of the step "Compare": what the ERP has in stock against the stock records of Extensiv.

/** Where Extensiv keeps the stock of warehouses without locations. */
const GLOBAL = 'GLOBAL';
const LISTED = 10;
/** The key of the row in the table of failures while the brake is on. */
const BRAKE = 'brake';

const plain = (text) => String(text ?? '').trim();
const folded = (text) => plain(text).toLowerCase();

/** Warehouses of the ERP and what they are called in Extensiv: `Main=Columbus 3PL; EU=Rotterdam`. */
const readMap = (text) =>
	new Map(
		plain(text)
			.split(/[;\n]/)
			.map((pair) => pair.split('=').map(plain))
			.filter(([from, to]) => from && to)
			.map(([from, to]) => [folded(from), to]),
	);

const isActive = ({ active }) => active !== false;

function warehouseOf(name, map, warehouses) {
	if (name === '')
		return { reason: 'The ERP names no warehouse.', remedy: 'Have the query give every row a warehouse.' };
	const wanted = map.get(folded(name)) ?? name;
	const found = warehouses.filter((one) => folded(one.name) === folded(wanted) || one.warehouseId === wanted);
	const [warehouse] = found;
	if (!warehouse) {
		const names = warehouses
			.filter(isActive)
			.map((one) => one.name)
			.join(', ');
		return {
			reason: `Extensiv has no warehouse “${wanted}”.`,
			remedy: `In Settings, say under warehouseMap which one it is: ${name}=… Extensiv has: ${names || 'none'}.`,
		};
	}
	if (found.length > 1)
		return {
			reason: `Extensiv has ${found.length} warehouses “${wanted}”.`,
			remedy: `In Settings, give its ID under warehouseMap: ${name}=${warehouse.warehouseId}.`,
		};
	if (!isActive(warehouse))
		return {
			reason: `The warehouse “${warehouse.name}” is closed in Extensiv.`,
			remedy: 'Open it in Extensiv, or map the ERP’s warehouse to another one under warehouseMap in Settings.',
		};
	return { warehouse };
}

/** The products of Extensiv by SKU. As for its nodes, case only matters where two SKUs differ in nothing else. */
function productsBySku(products) {
	const bySku = new Map();
	for (const { sku } of products) {
		if (sku === undefined) continue;
		bySku.set(folded(sku), [...(bySku.get(folded(sku)) ?? []), plain(sku)]);
	}
	return (wanted) => {
		const found = bySku.get(folded(wanted)) ?? [];
		return found.includes(wanted) ? [wanted] : found;
	};
}

function piecesOf(onHand) {
	const text = plain(onHand);
	const number = Number(text);
	if (text !== '' && Number.isInteger(number) && number >= 0) return { pieces: number };
	const reason =
		text === ''
			? 'The ERP gives no quantity.'
			: !Number.isFinite(number)
				? `The quantity “${text}” is no number.`
				: number < 0
					? `The quantity ${text} is below zero.`
					: `The quantity ${text} is not a whole number of pieces.`;
	return { reason, remedy: 'Correct the stock of this product in the ERP.' };
}

/** Where one row of the ERP belongs in Extensiv, and how much it says is there; or why that cannot be said. */
function judge(row, { map, warehouses, skusLike, settings }) {
	if (row.problem) return { reason: row.problem, remedy: row.remedy };
	const given = plain(row.sku);
	if (given === '') return { reason: 'The row has no SKU.', remedy: 'Give the product its SKU in the ERP.' };
	const { warehouse, ...unknown } = warehouseOf(plain(row.warehouse), map, warehouses);
	if (!warehouse) return unknown;
	const skus = skusLike(given);
	const [sku] = skus;
	if (sku === undefined)
		return {
			reason: `Extensiv has no product with the SKU ${given}.`,
			remedy: 'Create the product in Extensiv, or correct the SKU in the ERP.',
		};
	if (skus.length > 1)
		return {
			reason: `Extensiv has ${skus.length} products for the SKU ${given}: ${skus.join(', ')}.`,
			remedy: 'Write the SKU in the ERP as Extensiv has it, in upper and lower case.',
		};
	const { warehouseId } = warehouse;
	const isOwn = warehouse.type === 'DIRECT_FULFILLMENT';
	const location = isOwn ? plain(row.location) || plain(settings.location) : '';
	if (isOwn && location === '')
		return {
			reason: `The warehouse “${warehouse.name}” keeps its stock in locations, and none is given.`,
			remedy: 'Give the location in Settings, or have the query give every row a location.',
		};
	const place = keyOf(sku, warehouseId, location || GLOBAL);
	const { pieces, ...unreadable } = piecesOf(row.onHand);
	return pieces === undefined ? { place, ...unreadable } : { place, level: { sku, warehouseId, location, pieces } };
}

const keyOf = (sku, warehouseId, location) => JSON.stringify([folded(sku), String(warehouseId), folded(location)]);

/** Rows of the ERP for each place in Extensiv. Of several, the ERP has to say which of them is right. */
function rowsByPlace(rows, judgments) {
	const byPlace = new Map();
	for (const row of rows) {
		const { place } = judgments.get(row);
		if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
	}
	return byPlace;
}

const SAME_PLACE = 'Have the query give one row for each SKU, warehouse and location';

/** Names the ERP's warehouses where they differ: two of them may be one in Extensiv. */
function contradiction(same) {
	const names = new Set(same.map(({ warehouse }) => plain(warehouse)));
	const quantityOf = ({ warehouse, onHand }) => (names.size > 1 ? `${onHand} (${plain(warehouse)})` : `${onHand}`);
	return {
		reason: `The ERP gives ${same.length} quantities for it: ${same.map(quantityOf).join(', ')}.`,
		remedy:
			names.size > 1
				? `${SAME_PLACE} of Extensiv: ${[...names].join(' and ')} are the same warehouse there.`
				: `${SAME_PLACE}.`,
	};
}

/** The percentage under zeroLimitPercent. Without it nothing would guard the shops. */
function zeroLimitOf({ zeroLimitPercent }) {
	const limit = plain(zeroLimitPercent) === '' ? NaN : Number(zeroLimitPercent);
	if (Number.isFinite(limit)) return limit;
	throw new Error(
		'Settings has no number under zeroLimitPercent. Enter how many percent of the stocked SKUs a run may set to 0, ' +
			'for example 20. Nothing was set.',
	);
}

/**
 * What to set in Extensiv.
 * @param stock `{sku, warehouse, onHand, location?}` as the ERP gives them
 * @param extensiv `{warehouses, products, records}` as the Extensiv nodes give them
 * @param settings `{warehouseMap, location, differenceThreshold, zeroLimitPercent}`
 * @param failures rows of the table of failures
 * @returns items with an `action`: `set`, `refused` (with `reason` and `remedy`) and, once, `summary`. Too many levels
 * that would become zero give only one item, `stop`, with a `message`, and `isNew` unless a row of the table of failures
 * says so already. Throws if `zeroLimitPercent` is no number.
 */
function compareStock(stock, { warehouses, products, records }, settings, failures = []) {
	const limit = zeroLimitOf(settings);
	const rows = stock.filter((row) => Object.keys(row).length > 0);
	const known = {
		map: readMap(settings.warehouseMap),
		warehouses: warehouses.filter(({ warehouseId }) => warehouseId !== undefined),
		skusLike: productsBySku(products),
		settings,
	};
	const levelsByPlace = new Map(
		records.map((one) => [keyOf(one.sku, one.warehouseId, one.location ?? GLOBAL), one.onHand]),
	);
	const judgments = new Map(rows.map((row) => [row, judge(row, known)]));
	const byPlace = rowsByPlace(rows, judgments);
	const judged = rows.map((row) => {
		const { place, level, ...refusal } = judgments.get(row);
		const warehouse = plain(row.warehouse);
		const same = byPlace.get(place) ?? [];
		if (level === undefined || same.length > 1)
			return {
				action: 'refused',
				sku: plain(row.sku),
				warehouse,
				onHand: row.onHand ?? null,
				...(same.length > 1 ? contradiction(same) : refusal),
			};
		const { sku, warehouseId, location, pieces } = level;
		const before = levelsByPlace.get(place) ?? null;
		return { action: 'set', sku, warehouse, warehouseId, location, onHand: pieces, before };
	});
	const threshold = Math.max(0, Number(settings.differenceThreshold) || 0);
	const levels = judged.filter(({ action }) => action === 'set');
	const differing = levels
		.map((level) => ({ ...level, difference: level.onHand - (level.before ?? 0) }))
		.filter(({ before, difference }) => before === null || Math.abs(difference) > threshold);
	const stop = brake(levels, records, limit);
	if (stop) return [{ ...stop, isNew: !failures.some(({ key, state }) => key === BRAKE && state !== 'closed') }];
	const refused = judged.filter(({ action }) => action === 'refused');
	return [
		...differing,
		...refused,
		{
			action: 'summary',
			inErp: rows.length,
			equal: levels.length - differing.length,
			different: differing.length,
			refused: refused.length,
		},
	];
}

/** An ERP that lost its stock, or a query that reads the wrong table, must not empty the shops. */
function brake(levels, records, limit) {
	const inWarehouse = new Map();
	for (const { sku, warehouseId, onHand } of records) {
		const key = keyOf(sku, warehouseId, '');
		inWarehouse.set(key, (inWarehouse.get(key) ?? 0) + (Number(onHand) || 0));
	}
	// A level without a record counts with what its warehouse has elsewhere: the location in Settings may be wrong.
	const hasStock = ({ before, sku, warehouseId }) => (before ?? inWarehouse.get(keyOf(sku, warehouseId, '')) ?? 0) > 0;
	const stocked = levels.filter(hasStock);
	const emptied = stocked.filter(({ onHand }) => onHand === 0);
	const percent = stocked.length === 0 ? 0 : (100 * emptied.length) / stocked.length;
	if (!(percent > limit)) return undefined;
	const named = emptied
		.slice(0, LISTED)
		.map(({ sku }) => sku)
		.join(', ');
	const more = emptied.length > LISTED ? ` and ${emptied.length - LISTED} more` : '';
	return {
		action: 'stop',
		emptied: emptied.length,
		stocked: stocked.length,
		message:
			`Nothing was set: the stock of ${emptied.length} of ${stocked.length} SKUs (${Math.round(percent)} %) would ` +
			`become 0, and the limit is ${limit} %. These are ${named}${more}. If that is right, raise zeroLimitPercent in ` +
			'Settings for one run (100 allows everything). If not, check the ERP.',
	};
}

module.exports = { compareStock };
