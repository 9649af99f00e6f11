import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { leaveOut } from '../../api/ports/unreadable';
import { inEditor } from './editor';

export interface Choice {
	id: string;
	name: string;
}

/** Rows per page of a list; the rest loads when the user scrolls. */
const SHOWN = 100;

/**
 * One page of a searchable list.
 * @param inOrder keeps the given order instead of sorting alphabetically
 */
export async function search(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	paginationToken: string | undefined,
	load: (manager: OrderManagerApi) => Promise<Choice[]>,
	inOrder = false,
): Promise<INodeListSearchResult> {
	const typed = (filter ?? '').toLowerCase();
	const found = (await inEditor(context, load)).filter(
		({ id, name }) => name.toLowerCase().includes(typed) || id.toLowerCase().includes(typed),
	);
	if (!inOrder) found.sort((a, b) => a.name.localeCompare(b.name));
	const start = Number(paginationToken ?? 0);
	return {
		results: found.slice(start, start + SHOWN).map(({ id, name }) => ({ name: `${name} (${id})`, value: id })),
		...(found.length > start + SHOWN ? { paginationToken: String(start + SHOWN) } : {}),
	};
}

/** The searchable lists behind the resource locators. */
export const listSearch = {
	async searchSalesChannels(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await search(this, filter, paginationToken, async (manager) =>
			((await manager.salesChannels?.list({ unreadable: leaveOut })) ?? []).map(({ value }) => ({
				id: value.salesChannelId,
				name: value.name,
			})),
		);
	},
	async searchWarehouses(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await search(this, filter, paginationToken, async (manager) =>
			(await manager.warehouses.list({ unreadable: leaveOut })).map(({ value }) => ({
				id: value.warehouseId,
				name: value.name,
			})),
		);
	},
};
