import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { connect } from './connection';
import { tell, toNodeError } from './errors';

interface Choice {
	id: string;
	name: string;
}

/** Rows that a list shows at a time; the rest comes when the user scrolls. */
const SHOWN = 100;

async function search(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	paginationToken: string | undefined,
	load: (manager: Awaited<ReturnType<typeof connect>>['manager']) => Promise<Choice[]>,
): Promise<INodeListSearchResult> {
	try {
		const { manager } = await connect(context, String(context.getNodeParameter('authentication')));
		const words = (filter ?? '').toLowerCase();
		const found = (await load(manager)).filter(({ id, name }) => name.toLowerCase().includes(words) || id.includes(words)).sort((a, b) => a.name.localeCompare(b.name));
		const start = Number(paginationToken ?? 0);
		return {
			results: found.slice(start, start + SHOWN).map(({ id, name }) => ({ name: `${name} (${id})`, value: id })),
			...(found.length > start + SHOWN ? { paginationToken: String(start + SHOWN) } : {}),
		};
	} catch (error) {
		throw toNodeError(context.getNode(), error, tell(error, '', []));
	}
}

/** The searchable lists behind the resource locators. */
export const listSearch = {
	async searchSalesChannels(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
		return await search(this, filter, paginationToken, async (manager) =>
			((await manager.salesChannels?.list()) ?? []).map(({ value }) => ({ id: value.salesChannelId, name: value.name })),
		);
	},
	async searchWarehouses(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
		return await search(this, filter, paginationToken, async (manager) =>
			(await manager.warehouses.list()).map(({ value }) => ({ id: value.warehouseId, name: value.name })),
		);
	},
};
