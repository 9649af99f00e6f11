// The code of "What Extensiv has": products, bundles and listings as items for the ERP.

const { countsOf, folded, isGiven, trimmed } = require('./skus.js');

const isOn = (value) => trimmed(value).toLowerCase() === 'true';

/** A value if Extensiv has one. It gives 0 where nobody has entered a price or weight. */
const given = (value) => (isGiven(value) && value !== 0 ? { value } : undefined);

/** The fields of a product that Extensiv has; what is empty there says nothing. */
const fieldsOf = ({ sku, name, brand, upc, weight, vendorCost, mapPrice, currency }) => {
	const amounts = given(vendorCost) ?? given(mapPrice);
	const all = { name, brand, upc, weight, cost: vendorCost, price: mapPrice, currency: amounts && currency };
	const kept = Object.entries(all)
		.filter(([, value]) => given(value))
		// An ERP may keep texts without the blanks around them: they would differ in each run.
		.map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]);
	return { sku: trimmed(sku), ...Object.fromEntries(kept) };
};

const refused = (key, sku, reason, remedy) => ({ kind: 'refused', key, sku, reason, remedy });

function bundleItem(bundle) {
	const components = (bundle.parts ?? []).map(({ sku, quantity }) => ({ sku, quantity }));
	const { sku } = bundle;
	if (components.length === 0)
		return refused(
			`bundle ${sku}`,
			sku,
			`The bundle ${sku} has no components in Extensiv.`,
			'Add them there, or set bundles to false in Settings.',
		);
	return { kind: 'bundle', ...fieldsOf(bundle), components };
}

function listingItem({ listingId, listingSku, sku, salesChannelId }, channels) {
	const salesChannel = channels.get(trimmed(salesChannelId)) ?? trimmed(salesChannelId);
	return {
		kind: 'listing',
		listingId: trimmed(listingId),
		listingSku,
		sku,
		salesChannelId: trimmed(salesChannelId),
		salesChannel,
	};
}

/**
 * @param extensiv `{products, listings, channels}`, as the nodes give them
 * @param settings `{products, bundles, listings}`: what the user wants
 * @returns items of the kinds `product`, `bundle`, `listing`, and `refused` (with `key`, `reason` and `remedy`)
 */
function itemsFromExtensiv({ products, listings, channels }, settings) {
	// A virtual product is the parent of variations and cannot be sold.
	const named = products.filter(({ sku, type }) => isGiven(sku) && type !== 'virtual');
	const counts = countsOf(named.map(({ sku }) => folded(sku)));
	const known = named.filter(({ sku }) => counts.get(folded(sku)) === 1);
	// An ERP may not tell them apart: the one would get the name and prices of the other.
	const twins = named
		.filter(({ sku }) => counts.get(folded(sku)) > 1)
		.map(({ productId, sku }) =>
			refused(
				`product ${productId}`,
				sku,
				`Extensiv has ${counts.get(folded(sku))} active products with the SKU ${sku}, in upper or lower case.`,
				'Give each another SKU in Extensiv, or make one inactive.',
			),
		);
	const skus = new Set(named.map(({ sku }) => folded(sku)));
	const names = new Map(channels.map(({ salesChannelId, name }) => [trimmed(salesChannelId), name]));
	const nameless = products
		.filter((one) => isGiven(one.productId) && !isGiven(one.sku))
		.map(({ productId }) =>
			refused(
				`product ${productId}`,
				'',
				`The product with the ID ${productId} has no SKU.`,
				'Give it one in Extensiv.',
			),
		);
	return [
		...(isOn(settings.products) || isOn(settings.bundles) ? twins : []),
		...(isOn(settings.products)
			? [
					...nameless,
					...known.filter(({ type }) => type !== 'bundle').map((one) => ({ kind: 'product', ...fieldsOf(one) })),
				]
			: []),
		...(isOn(settings.bundles) ? known.filter(({ type }) => type === 'bundle').map(bundleItem) : []),
		...(isOn(settings.listings)
			? listings.filter(({ sku }) => skus.has(folded(sku))).map((one) => listingItem(one, names))
			: []),
	];
}

/** The key of an item in the table of failures. */
const keyOfItem = ({ kind, key, sku, listingSku, salesChannel }) =>
	key ?? { product: sku, bundle: `bundle ${sku}`, listing: `listing ${listingSku} in ${salesChannel}` }[kind];

/** The report of a run for the table of failures. @param unread the part about what could not be read */
function reportOf(results, unread) {
	const remedy = 'Correct it in the ERP or in Extensiv. The next run writes it again.';
	const failed = results.filter(({ kind, outcome }) => kind === 'refused' || outcome === 'failed');
	const rest = results.filter(({ outcome }) => outcome === 'done' || outcome === 'alreadyDone');
	return {
		failures: [
			...unread.failures,
			...failed.map(({ reason, problem, ...item }) => ({
				key: keyOfItem(item),
				reason: reason ?? problem,
				remedy: item.remedy ?? remedy,
				item,
			})),
		],
		ok: [...unread.ok, ...rest.map(keyOfItem)],
		// A run that read everything says of everything else that it is well.
		others: results.length > 0 && unread.failures.length === 0 ? 'closed' : 'kept',
	};
}

module.exports = { itemsFromExtensiv, reportOf };
