import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { inEditor } from '../../../../shared/n8n/search/editor';

/** The attributes that variations can have, for a list to choose from: `Size: M`. */
export async function getProductAttributes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const attributes = await inEditor(this, async (manager) => (await manager.products.attributes?.()) ?? []);
	return attributes
		.map(({ attributeId, name, group }) => ({ name: group === null ? name : `${group}: ${name}`, value: attributeId }))
		.sort((one, other) => one.name.localeCompare(other.name));
}
