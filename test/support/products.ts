import type { IDataObject } from 'n8n-workflow';
import { SECRETS } from '../sandbox/oauth/tokens';
import type { Stage } from './stage';

/** Products of the sandbox's seed. */
export const MUG = { id: '410233', sku: 'MUG-BLU-12', upc: '000000410233', mpn: 'EM-12-BL' };
export const POT = { id: '410240', sku: 'POT-CMP-2L' };
export const SHIRT = { id: '410250', sku: 'SHIRT' };
/** The one custom field of the seed, called Material. */
export const MATERIAL = '00000000-0000-4000-8000-000000000001';

/** *Map Each Column Manually*. */
export const byHand = (value: IDataObject, schema: IDataObject[] = []): IDataObject => ({
	columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema },
});

/** *Map Automatically*. */
export const automatically = (more: IDataObject = {}): IDataObject => ({
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
	...more,
});

/** A resource locator. */
export const chosen = (mode: string, value: string): IDataObject => ({ __rl: true, mode, value });
export const bySku = (sku: string): IDataObject => chosen('sku', sku);

/** Calls the sandbox's live API itself. */
export async function live(stage: Stage, method: string, path: string, body?: unknown): Promise<unknown> {
	const response = await fetch(`${stage.url}${path}`, {
		method,
		headers: { Authorization: `Bearer ${SECRETS.privateToken}`, 'Content-Type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	return response.ok ? await response.json() : undefined;
}

/** A product in the books, in the live API's read shape; undefined when there is none of that SKU. */
export const productInBooks = async (stage: Stage, sku: string): Promise<IDataObject | undefined> =>
	(await live(stage, 'GET', `/v1.1/product?sku=${encodeURIComponent(sku)}`)) as IDataObject | undefined;
