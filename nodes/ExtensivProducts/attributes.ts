import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { connect } from '../shared/n8n/connection';
import { tell, toNodeError } from '../shared/n8n/errors';

/** The attributes that variations can have, for a list to choose from: `Size: M`. */
export async function getProductAttributes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const { manager } = await connect(this, String(this.getNodeParameter('authentication')));
		const attributes = (await manager.products.attributes?.()) ?? [];
		return attributes
			.map(({ attributeId, name, group }) => ({ name: group === null ? name : `${group}: ${name}`, value: attributeId }))
			.sort((one, other) => one.name.localeCompare(other.name));
	} catch (error) {
		throw toNodeError(this.getNode(), error, tell(error, '', []));
	}
}
