import {
	createCredential,
	type CredentialData,
	deleteCredential,
	deleteWorkflow,
	type SavedCredential,
} from '../../../host';
import { publishWorkflow, unpublishWorkflow } from '../../../host/publish';
import type { Rest } from '../../../host/rest';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { FailureTable } from './failureTable';
import { type Adaptation, extensivCredential, type Flow, importFlow, NEVER } from './flow';

export const CHANNEL = { salesChannelId: 1900, name: 'ERP' };
const WAREHOUSE_ID = 5900;

/** The trigger by which failures are tried again by themselves; in the tests only when they say so. */
export const RETRY = 'Every 15 minutes';

/** Notes how to end what was begun. */
export type AtEnd = (end: () => Promise<unknown>) => void;

/** What has been begun, and how to end it. */
export type Opened<Parts> = Parts & { close(): Promise<void> };

/** Begins one part after the other. They end in the opposite order: when it is closed, or at once if one cannot begin. */
export async function opened<Parts extends object>(build: (atEnd: AtEnd) => Promise<Parts>): Promise<Opened<Parts>> {
	const ends: Array<() => Promise<unknown>> = [];
	const close = async (): Promise<void> => {
		for (const end of ends.splice(0)) await end();
	};
	try {
		return { ...(await build((end) => ends.unshift(end))), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** What a company brings along. */
export interface Company {
	/** Its products at Extensiv, each with a listing. */
	products: ReadonlyArray<{ sku: string; name: string }>;
	/** What its only warehouse is called. */
	warehouse: string;
	/** What a user enters in n8n to reach its ERP. */
	credential: { type: string; name: string; data: CredentialData };
}

/** What stands between Extensiv and an ERP, whichever it is. */
export interface Middle {
	/** The company's account at Extensiv. */
	sandbox: Sandbox;
	/** The n8n between the two. */
	rest: Rest;
	/** The workflow that keeps failures, published. */
	failures: Flow;
	table: FailureTable;
	/** Imports a template, with the credentials of both sides. */
	flow(file: string, adaptation?: Omit<Adaptation, 'credentials'>): Promise<Flow>;
}

/** The company's warehouse, as the sandbox knows it. */
export const warehouseNamed = (name: string): { warehouseId: number; name: string } => ({
	warehouseId: WAREHOUSE_ID,
	name,
});

/** Opens an account at Extensiv for a company, and prepares n8n for the flows between the two. */
export async function openMiddle(rest: Rest, atEnd: AtEnd, company: Company): Promise<Middle> {
	const sandbox = await startSandbox();
	atEnd(sandbox.close);
	sandbox.control.seed({ warehouses: [warehouseNamed(company.warehouse)], salesChannels: [CHANNEL] });
	sandbox.control.seed({ products: company.products.map(({ sku, name }) => ({ sku, name })) });
	const { type, name, data } = company.credential;
	const credentials: SavedCredential[] = [
		await extensivCredential(rest, sandbox),
		await createCredential(rest, type, name, data),
	];
	for (const credential of credentials) atEnd(async () => await deleteCredential(rest, credential));
	const imported = async (file: string, adaptation: Adaptation): Promise<Flow> => {
		const flow = await importFlow(rest, file, adaptation);
		atEnd(async () => await deleteWorkflow(rest, flow.id));
		return flow;
	};
	const table = new FailureTable(rest);
	atEnd(async () => await table.remove());
	const failures = await imported('common/failures.json', { credentials, parameters: { [RETRY]: NEVER } });
	await publishWorkflow(rest, failures.id);
	atEnd(async () => await unpublishWorkflow(rest, failures.id));
	return {
		sandbox,
		rest,
		failures,
		table,
		flow: async (file, adaptation = {}) =>
			await imported(file, {
				credentials,
				salesChannelId: CHANNEL.salesChannelId,
				called: failures.id,
				...adaptation,
			}),
	};
}
