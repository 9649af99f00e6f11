import path from 'node:path';
import { z } from 'zod/v4';
import { runCommand } from '../../host/command';
import type { Installation } from '../../host/installation';

/** How a node of an execution fared, by n8n's own record. */
export interface NodeRecord {
	/** Its times, those of all its runs together. */
	seconds: number;
	runs: number;
	/** On its first output. */
	items: number;
	error?: string;
}

const record = z.object({
	seconds: z.number(),
	runs: z.number(),
	items: z.number(),
	error: z.string().optional(),
});

/**
 * Run by n8n's Node.js. An execution of 50,000 orders has hundreds of megabytes, so it is read where it is, and only
 * as far as the node's own entries: in the form in which n8n saves executions (flatted), a text where an object is
 * expected is an index into the list.
 */
const script = `
const [file, id, node] = process.argv.slice(1);
const { Database, OPEN_READONLY } = require('sqlite3');
const database = new Database(file, OPEN_READONLY);
database.configure('busyTimeout', 30000);
database.get('SELECT data FROM execution_data WHERE executionId = ?', [id], (error, row) => {
	if (error) throw error;
	const list = JSON.parse(row.data);
	const at = (value, ...keys) => keys.reduce((one, key) => (one == null ? undefined : list[one[key]]), value);
	const all = (at(list[0], 'resultData', 'runData', node) ?? []).map((index) => list[index]);
	const items = (run) => at(run, 'data', 'main', 0)?.length ?? 0;
	const failed = all.find((run) => run.error !== undefined);
	process.stdout.write(JSON.stringify({
		seconds: all.reduce((sum, run) => sum + run.executionTime, 0) / 1000,
		runs: all.length,
		items: all.reduce((sum, run) => sum + items(run), 0),
		...(failed && { error: String(at(failed, 'error', 'message')) }),
	}));
});`;

/** Reads what n8n's database says of one node of a finished execution. n8n may be running. */
export const readNodeRecord = async (
	installation: Installation,
	userFolder: string,
	executionId: string,
	node: string,
): Promise<NodeRecord> => {
	const file = path.join(userFolder, '.n8n', 'database.sqlite');
	const args = ['--max-old-space-size=8192', '-e', script, file, executionId, node];
	const { error, ...rest } = record.parse(
		JSON.parse(await runCommand(installation.node, args, { cwd: path.dirname(installation.n8n) })),
	);
	return { ...rest, ...(error === undefined ? {} : { error }) };
};
