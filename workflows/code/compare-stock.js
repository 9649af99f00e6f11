// The code of the step "Compare": what the ERP has in stock against the stock records of Extensiv.

/** Where Extensiv keeps the stock of warehouses without locations. */
const GLOBAL = 'GLOBAL';
const LISTED = 10;

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

/** What to do with one row of the ERP. */
function judge(row, { map, warehouses, skus, records, settings }) {
	const sku = plain(row.sku);
	if (sku === '') return { reason: 'The row has no SKU.', remedy: 'Give the product its SKU in the ERP.' };
	const { warehouse, ...unknown } = warehouseOf(plain(row.warehouse), map, warehouses);
	if (!warehouse) return unknown;
	const { pieces, ...unreadable } = piecesOf(row.onHand);
	if (pieces === undefined) return unreadable;
	if (!skus.has(sku))
		return {
			reason: `Extensiv has no product with the SKU ${sku}.`,
			remedy: 'Create the product in Extensiv, or correct the SKU in the ERP. Upper and lower case matter.',
		};
	const location = plain(row.location) || plain(settings.location);
	if (warehouse.type === 'DIRECT_FULFILLMENT' && location === '')
		return {
			reason: `The warehouse “${warehouse.name}” keeps its stock in locations, and none is given.`,
			remedy: 'Give the location in Settings, or have the query give every row a location.',
		};
	const before = records.get(keyOf(sku, warehouse.warehouseId, location || GLOBAL));
	return { warehouseId: warehouse.warehouseId, location, onHand: pieces, before: before ?? null };
}

const keyOf = (sku, warehouseId, location) => JSON.stringify([sku, String(warehouseId), folded(location)]);

/** Rows for the same place, by the index of the row. The ERP has to say which of them is right. */
function contradictions(rows) {
	const byPlace = new Map();
	for (const row of rows) {
		const place = JSON.stringify([plain(row.sku), folded(row.warehouse), folded(row.location)]);
		byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
	}
	return new Map(
		[...byPlace.values()].filter((same) => same.length > 1).flatMap((same) => same.map((row) => [row, same])),
	);
}

/**
 * What to set in Extensiv.
 * @param stock `{sku, warehouse, onHand, location?}` as the ERP gives them
 * @param extensiv `{warehouses, products, records}` as the Extensiv nodes give them
 * @param settings `{warehouseMap, location, differenceThreshold, zeroLimitPercent}`
 * @returns items with an `action`: `set`, `refused` (with `reason` and `remedy`) and, once, `summary`. Too many levels
 * that would become zero give only one item, `stop`, with a `message`.
 */
function compareStock(stock, { warehouses, products, records }, settings) {
	const rows = stock.filter((row) => Object.keys(row).length > 0);
	const known = {
		map: readMap(settings.warehouseMap),
		warehouses: warehouses.filter(({ warehouseId }) => warehouseId !== undefined),
		skus: new Set(products.map(({ sku }) => sku)),
		records: new Map(records.map((one) => [keyOf(one.sku, one.warehouseId, one.location ?? GLOBAL), one.onHand])),
		settings,
	};
	const twice = contradictions(rows);
	const judged = rows.map((row) => {
		const place = { sku: plain(row.sku), warehouse: plain(row.warehouse) };
		const same = twice.get(row);
		const { reason, remedy, ...level } = same
			? {
					reason: `The ERP gives ${same.length} quantities for it: ${same.map(({ onHand }) => onHand).join(', ')}.`,
					remedy: 'Have the query give one row for each SKU, warehouse and location.',
				}
			: judge(row, known);
		return reason === undefined
			? { action: 'set', ...place, ...level }
			: { action: 'refused', ...place, onHand: row.onHand ?? null, reason, remedy };
	});
	const threshold = Math.max(0, Number(settings.differenceThreshold) || 0);
	const levels = judged.filter(({ action }) => action === 'set');
	const differing = levels
		.map((level) => ({ ...level, difference: level.onHand - (level.before ?? 0) }))
		.filter(({ before, difference }) => before === null || Math.abs(difference) > threshold);
	const stop = brake(levels, differing, Number(settings.zeroLimitPercent));
	if (stop) return [stop];
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
function brake(levels, differing, limit) {
	const stocked = levels.filter(({ before }) => before > 0);
	const emptied = differing.filter(({ before, onHand }) => before > 0 && onHand === 0);
	const percent = stocked.length === 0 ? 0 : (100 * emptied.length) / stocked.length;
	if (!(percent > (Number.isFinite(limit) ? limit : 0))) return undefined;
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
			'Settings (100 allows everything) and run again. If not, check the ERP.',
	};
}

module.exports = { compareStock };
