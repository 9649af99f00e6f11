import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { columnsForm } from '../shared/n8n/columns';
import { connect } from '../shared/n8n/connection';
import { tell, toNodeError } from '../shared/n8n/errors';
import { orderColumns } from './orderColumns';

/** The columns of *Create* and *Create or Update*, with the account's custom fields and sales channels. */
export async function getOrderColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	try {
		const { manager } = await connect(this, String(this.getNodeParameter('authentication')));
		const definitions = await manager.orderFields?.definitions();
		const channels = await manager.salesChannels?.list();
		const account = {
			definitions: (definitions ?? []).map(({ value }) => value),
			channels: (channels ?? []).map(({ value }) => ({ id: value.salesChannelId, name: value.name })),
		};
		return columnsForm(orderColumns({ contract: manager.contract, byLine: this.getCurrentNodeParameter('inputMode') === 'orderLine' }, account));
	} catch (error) {
		throw toNodeError(this.getNode(), error, tell(error, '', []));
	}
}
