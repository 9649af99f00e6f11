import { mkdtemp, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { deleteCredential, deleteWorkflow } from '../../../host';
import { publishWorkflow, unpublishWorkflow } from '../../../host/publish';
import type { Rest } from '../../../host/rest';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { windows1252 } from '../../erpWriter';
import { mutationsFolder, sharedHost } from '../../sharedHost';
import { DataTable } from './dataTable';
import { FailureTable } from './failureTable';
import { type Adaptation, extensivCredential, type Flow, importFlow } from './flow';

/** What the sandbox knows of the company, besides its products. */
export const MAIN = { warehouseId: 5900, name: 'Main' };
export const CHANNEL = { salesChannelId: 1900, name: 'ERP' };

const row = z.object({ id: z.number(), flow: z.string(), file: z.string(), state: z.string(), lines: z.string() });

/** The data table of the files that were written. */
export class FilesTable extends DataTable {
	constructor(rest: Rest) {
		super(rest, 'Extensiv CSV files');
	}

	async rows(): Promise<Array<z.infer<typeof row>>> {
		return z.array(row).parse(await this.all());
	}

	/** Edits the row of a file. */
	async edit(file: string, data: Partial<z.infer<typeof row>>): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: 'file', condition: 'eq', value: file }] };
		await this.rest.call('PATCH', `${await this.address()}/rows`, { filter, data });
	}
}

/** An ERP that writes and reads CSV files, an account at Extensiv, and an n8n between them. */
export interface CsvShop {
	sandbox: Sandbox;
	failures: FailureTable;
	files: FilesTable;
	folder: string;
	outFolder: string;
	/** The ERP writes a file as Excel does: Windows-1252, semicolons. */
	export(name: string, rows: ReadonlyArray<ReadonlyArray<string>>): Promise<void>;
	/** The ERP takes a file out of its folder. */
	remove(name: string): Promise<void>;
	/** The rows of all files that the ERP got, in the order of their names. */
	received(what: string): Promise<string[][]>;
	/** The files that the ERP got. */
	names(): Promise<string[]>;
	/** Imports a template of the folder. */
	flow(file: string, adaptation?: Omit<Adaptation, 'credentials'>): Promise<Flow>;
	close(): Promise<void>;
	/** Ends all but what is in n8n. */
	closeSides(): Promise<void>;
}

const OUT = ['tracking-back', 'statuses-back'];

/**
 * @param rest the n8n to use; the shared one unless given
 * @param parent a folder that it may use
 */
export async function openCsvShop(rest?: Rest, parent = mutationsFolder()): Promise<CsvShop> {
	const n8n = rest ?? (await sharedHost()).rest;
	/** Newest first. */
	const ends: Array<() => Promise<unknown>> = [];
	const folder = await realpath(await mkdtemp(path.join(parent, 'csv-')));
	const closeSides = async (): Promise<void> => {
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	};
	const outFolder = path.join(folder, 'out');
	await mkdir(outFolder);
	const sandbox = await startSandbox();
	ends.unshift(closeSides);
	sandbox.control.seed({ warehouses: [MAIN], salesChannels: [CHANNEL] });
	const credential = await extensivCredential(n8n, sandbox);
	ends.unshift(async () => await deleteCredential(n8n, credential));
	const credentials = [credential];
	const imported = async (file: string, adaptation: Adaptation): Promise<Flow> => {
		const flow = await importFlow(n8n, file, adaptation);
		ends.unshift(async () => await deleteWorkflow(n8n, flow.id));
		return flow;
	};
	const tables = { failures: new FailureTable(n8n), files: new FilesTable(n8n) };
	for (const table of Object.values(tables)) ends.unshift(async () => await table.remove());
	const keeping = await imported('common/failures.json', { credentials });
	await publishWorkflow(n8n, keeping.id);
	ends.unshift(async () => await unpublishWorkflow(n8n, keeping.id));
	const names = async (): Promise<string[]> => (await readdir(outFolder)).sort();
	return {
		sandbox,
		...tables,
		folder,
		outFolder,
		export: async (name, rows) =>
			await writeFile(path.join(folder, name), windows1252(rows.map((cells) => `${cells.join(';')}\r\n`).join(''))),
		remove: async (name) => await rm(path.join(folder, name)),
		received: async (what) => {
			const texts = await Promise.all(
				(await names())
					.filter((name) => name.startsWith(what) && name.endsWith('.csv'))
					.map(async (name) => await readFile(path.join(outFolder, name), 'latin1')),
			);
			return texts.flatMap((text) =>
				text
					.trimEnd()
					.split('\r\n')
					.slice(1)
					.map((line) => line.split(';')),
			);
		},
		names,
		flow: async (file, { settings, ...adaptation } = {}) =>
			await imported(`csv-folder/${file}.json`, {
				credentials,
				salesChannelId: CHANNEL.salesChannelId,
				called: keeping.id,
				settings: { ...(OUT.includes(file) ? { outFolder } : { folder, waitSeconds: 0.2 }), ...settings },
				...adaptation,
			}),
		closeSides,
		close: async () => {
			for (const end of ends.splice(0)) await end();
		},
	};
}
