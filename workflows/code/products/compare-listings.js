// Part of the code of "Compare": which listings of the ERP are new in Extensiv, and which differ there.

const { countsOf, folded, isGiven, trimmed } = require('./skus.js');

/** A listing as it is compared: a channel has each of its SKUs once. */
const keyOf = (channelId, listingSku) => `${trimmed(channelId)}\n${folded(listingSku)}`;

/**
 * @param rows of the ERP: `{salesChannel, listingSku, sku}`; the channel by its name or ID
 * @param existing listings of Extensiv: `{salesChannelId, listingSku, sku}`
 * @param channels of Extensiv: `{salesChannelId, name, active}`
 * @param products SKUs that Extensiv has or gets in this run, folded
 * @returns items with an `action`: `listing` (with `listingSku`, `sku` and `salesChannelId`), `equal` or `refused`
 */
function compareListings(rows, existing, channels, products) {
	const known = new Map(existing.map((one) => [keyOf(one.salesChannelId, one.listingSku), one]));
	const channelsOf = (given) => {
		const byId = channels.filter(({ salesChannelId }) => trimmed(salesChannelId) === trimmed(given));
		if (byId.length > 0) return byId;
		const named = channels.filter(({ name }) => folded(name) === folded(given));
		const active = named.filter((one) => one.active !== false);
		return active.length > 0 ? active : named;
	};
	const placed = rows.map((row) => ({ row, found: channelsOf(row.salesChannel) }));
	const keys = placed.map(({ row, found }) => keyOf(found[0]?.salesChannelId ?? row.salesChannel, row.listingSku));
	const counts = countsOf(keys);
	return placed.map(({ row, found: [channel, other] }, at) => {
		const { salesChannel, listingSku } = row;
		const sku = trimmed(row.sku);
		const refuse = (reason, remedy) => ({
			action: 'refused',
			key: `listing ${trimmed(listingSku)} in ${trimmed(salesChannel)}`,
			sku,
			reason,
			remedy,
		});
		const missing = ['salesChannel', 'listingSku', 'sku'].filter((field) => !isGiven(row[field]));
		if (missing.length > 0) return refuse(`A listing has no ${missing.join(' and no ')}.`, 'Enter it in the ERP.');
		if (!channel)
			return refuse(`Extensiv has no sales channel ${salesChannel}.`, 'Write its name as Extensiv has it, or its ID.');
		if (other)
			return refuse(`Extensiv has several sales channels ${salesChannel}.`, 'Give the ID of the one that is meant.');
		if (counts.get(keys[at]) > 1)
			return refuse(
				`${counts.get(keys[at])} rows of the ERP have the listing ${listingSku} in ${salesChannel}.`,
				'A channel has each listing SKU once. Remove the other rows.',
			);
		const before = known.get(keys[at]);
		if (before && folded(before.sku) === folded(sku)) return { action: 'equal', sku };
		if (before)
			return refuse(
				`The listing ${listingSku} in ${salesChannel} is of ${sku} in the ERP, but of ${before.sku ?? 'no product'} in Extensiv.`,
				'Extensiv has no call that gives a listing to another product. Change it there by hand, or in the ERP.',
			);
		if (channel.active === false)
			return refuse(
				`The sales channel ${salesChannel} of the new listing ${listingSku} is inactive.`,
				'Activate it in Extensiv, or take the listing out in the ERP.',
			);
		if (!products.has(folded(sku)))
			return refuse(
				`The listing ${listingSku} in ${salesChannel} is of ${sku}, which Extensiv does not have.`,
				'Create that product, or correct the listing in the ERP.',
			);
		return {
			action: 'listing',
			sku,
			listingSku: trimmed(listingSku),
			salesChannel: trimmed(salesChannel),
			salesChannelId: trimmed(channel.salesChannelId),
		};
	});
}

module.exports = { compareListings };
