import path from 'node:path';
import { projectFolder } from '../../host';
import { runCommand } from '../../host/command';
import { SECRETS } from '../../sandbox';
import type { N8n } from '../n8n/n8n';
import type { SavedCredential } from '../../host';
import { httpRequest, ourNode, type Parameters, sequence } from '../n8n/workflow';
import type { Contender, Sample } from '../row';
import type { SandboxProcess } from '../sandboxProcess';
import type { Stage } from '../stage';

export const ORDERS_PATH = '/v1.1/orders';

const expectRows = (rows: number, expected: number): void => {
	if (rows !== expected) throw new Error(`${rows} orders were read, and there are ${expected}`);
};

/** Where orders are read: in which n8n, from which account. */
export interface Account {
	n8n: N8n;
	sandbox: SandboxProcess;
	credential: SavedCredential;
}

/** Calls for orders, and how many of them were answered with 429. */
const callsOf = async ({ sandbox }: Pick<Account, 'sandbox'>): Promise<{ calls: number; refused: number }> => {
	const { byEndpoint, byStatus } = await sandbox.takeRequests();
	return { calls: byEndpoint[`GET ${ORDERS_PATH}`] ?? 0, refused: byStatus['429'] ?? 0 };
};

/** Our node's parameters for reading all orders; without a page size as shipped. */
export const allOrders = (pageSize?: number): Parameters => ({
	resource: 'order',
	operation: 'getAll',
	returnAll: true,
	...(pageSize === undefined ? {} : { options: { pageSize } }),
});

/** n8n's HTTP Request node with its own pagination, which ends at an empty page as the service's lists do. */
export const paginated = (url: string, limit: number): Parameters => ({
	url: `${url}${ORDERS_PATH}`,
	sendQuery: true,
	queryParameters: { parameters: [{ name: 'limit', value: String(limit) }] },
	options: {
		pagination: {
			pagination: {
				paginationMode: 'updateAParameterInEachRequest',
				parameters: { parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }] },
				paginationCompleteWhen: 'responseIsEmpty',
			},
		},
	},
});

/** Reads with a node; the number of rows is checked unless the node failed. */
export const readWith = async (
	{ n8n, sandbox, credential }: Account,
	node: 'ours' | 'http',
	{ count, pageSize }: { count: number; pageSize?: number | undefined },
): Promise<Sample> => {
	const measured =
		node === 'ours'
			? ourNode('extensivOrders', credential, allOrders(pageSize))
			: httpRequest(credential, paginated(sandbox.url, pageSize ?? 100));
	await sandbox.takeRequests();
	const { seconds, items, error } = await n8n.run(sequence(measured));
	const figures = { seconds, ...(await callsOf({ sandbox })) };
	if (error !== undefined) return { figures, failure: error };
	expectRows(items, count);
	return { figures };
};

export const ourReading = (account: Account, count: number, pageSize?: number): Contender => ({
	name: 'ours',
	label: 'this package',
	run: async () => await readWith(account, 'ours', { count, pageSize }),
});

export const httpReading = (account: Account, count: number): Contender => ({
	name: 'http',
	label: 'HTTP Request',
	run: async () => await readWith(account, 'http', { count }),
});

export const axiosReading = (stage: Stage, count: number): Contender => ({
	name: 'axios',
	label: 'axios loop',
	run: async () => {
		await stage.sandbox.takeRequests();
		const script = path.join(projectFolder, 'test', 'bench', 'contenders', 'axiosLoop.js');
		const args = [script, `${stage.sandbox.url}${ORDERS_PATH}`, SECRETS.privateToken, '100'];
		const response = await runCommand(stage.installation.node, args, { cwd: projectFolder });
		const { seconds, rows } = JSON.parse(response) as { seconds: number; rows: number };
		expectRows(rows, count);
		return { figures: { seconds, ...(await callsOf(stage)) } };
	},
});
