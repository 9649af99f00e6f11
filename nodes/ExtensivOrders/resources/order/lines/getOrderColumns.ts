import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { leaveOut } from '../../../../shared/api/ports/unreadable';
import { columnsForm } from '../../../../shared/n8n/columns/columns';
import { ifAllowed, inEditor } from '../../../../shared/n8n/search/editor';
import { orderColumns } from './columns';

/** The columns of *Create* and *Create or Update*, with the account's custom fields and sales channels. */
export async function getOrderColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return await inEditor(this, async (manager) => {
		const definitions = await ifAllowed(manager.orderFields?.definitions());
		const channels = await ifAllowed(manager.salesChannels?.list({ unreadable: leaveOut }));
		const account = {
			definitions: definitions.map(({ value }) => value),
			channels: channels.map(({ value }) => ({ id: value.salesChannelId, name: value.name })),
		};
		return columnsForm(
			orderColumns(
				{ contract: manager.contract, byLine: this.getCurrentNodeParameter('inputMode') === 'orderLine' },
				account,
			),
		);
	});
}
