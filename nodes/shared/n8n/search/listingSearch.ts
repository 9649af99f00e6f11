import { append } from '../../domain/append';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { inEditor } from './editor';

/** Rows that a list shows, and pages that it reads for them; in longer lists the user types a search term. */
const SHOWN = 100;
const PAGES = 5;

interface Choice {
	sku: string;
	of: string | null;
}

/** The SKUs for order lines: those of the channel's listings, or of products where the contract has no listings. */
export const listingSearch = {
	async searchListingSkus(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const typed = (filter ?? '').trim().toLowerCase();
		const channel = chosenChannel(this);
		const found = await inEditor(this, async (manager) => await find(manager, channel, typed));
		return {
			results: found.map(({ sku, of }) => ({ name: of === null || of === sku ? sku : `${sku} (${of})`, value: sku })),
		};
	},
};

async function find(manager: OrderManagerApi, salesChannelId: string | undefined, typed: string): Promise<Choice[]> {
	if (!manager.listings)
		return (await manager.products.choices(typed)).products.map(({ sku, name }) => ({ sku, of: name }));
	const found: Choice[] = [];
	let pages = 0;
	for await (const page of manager.listings.list({ salesChannelId, active: true }, {})) {
		const choices = page.map(({ value }) => ({ sku: value.listingSku, of: value.sku }));
		append(
			found,
			choices.filter(({ sku, of }) => sku.toLowerCase().includes(typed) || (of ?? '').toLowerCase().includes(typed)),
		);
		pages += 1;
		if (found.length >= SHOWN || pages >= PAGES) break;
	}
	return found.slice(0, SHOWN).sort((one, other) => one.sku.localeCompare(other.sku));
}

/** The sales channel chosen in the same form. */
function chosenChannel(context: ILoadOptionsFunctions): string | undefined {
	const given = context.getCurrentNodeParameter('salesChannel');
	const chosen = typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
	return /^\d+$/.test(String(chosen ?? '')) ? String(chosen) : undefined;
}
