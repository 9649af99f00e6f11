import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { leaveOut } from '../../api/ports/unreadable';
import { search } from './listSearch';

/** The searchable list of stock records. */
export const stockSearch = {
	/** By the beginning of the SKU. */
	async searchStockRecords(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await search(this, filter, paginationToken, async (manager) => {
			const records = (await manager.stockRecords?.find(filter)) ?? [];
			const names = new Map(
				(await manager.warehouses.list({ unreadable: leaveOut })).map(({ value }) => [value.warehouseId, value.name]),
			);
			return records.map(({ recordId, sku, warehouseId, location }) => ({
				id: recordId,
				name: `${sku} in ${names.get(warehouseId ?? '') ?? `warehouse ${warehouseId}`}, ${location}`,
			}));
		});
	},
};
