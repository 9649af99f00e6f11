import type { IDataObject } from 'n8n-workflow';
import { SECRETS } from '../sandbox/oauth/tokens';
import { numbered } from './shipments';
import type { Stage } from './stage';

/** Names an order by the item's `no`, in the *By Number* mode of the locator. */
export const chosen = (more: IDataObject = {}): IDataObject => ({ order: numbered('={{ $json.no }}'), ...more });

/** Puts orders into the books: numbers with what is special about them. */
export const seedOrder = (stage: Stage, orderNumber: string, more: Record<string, unknown> = {}): number => {
	const [id] = stage.control.seed({ orders: [{ orderNumber, ...more }] }).orderIds;
	return id ?? 0;
};

/** Defines custom fields of orders in the sandbox, which gives all the type TEXTSHORT. */
export async function defineFields(stage: Stage, ...names: string[]): Promise<string[]> {
	const response = await fetch(`${stage.url}/v1.1/orders/customfielddefinitions`, {
		method: 'PUT',
		headers: { Authorization: `Bearer ${SECRETS.privateToken}`, 'content-type': 'application/json' },
		body: JSON.stringify({ customFieldDefinitions: names.map((name) => ({ name })) }),
	});
	const { results } = (await response.json()) as { results: Array<{ customFieldDefId: string }> };
	return results.map(({ customFieldDefId }) => customFieldDefId);
}
