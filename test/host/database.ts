import path from 'node:path';
import { runCommand } from './command';
import type { Installation } from './installation';

/** Run by n8n's Node.js, because the driver is built for that one and comes with n8n. */
const script = `
const [file, sql, values] = process.argv.slice(1);
const { Database, OPEN_READONLY } = require('sqlite3');
const database = new Database(file, OPEN_READONLY);
database.configure('busyTimeout', 30000);
database.all(sql, JSON.parse(values), (error, rows) => {
	if (error) throw error;
	process.stdout.write(JSON.stringify(rows));
});`;

/** The database file of an n8n, which may be running or dead. */
export class Database {
	constructor(
		private readonly installation: Installation,
		private readonly userFolder: string,
	) {}

	/** Rows of a query, its `?` filled with the values. Nothing is written. */
	async rows(sql: string, values: ReadonlyArray<string | number> = []): Promise<unknown[]> {
		const file = path.join(this.userFolder, '.n8n', 'database.sqlite');
		const response = await runCommand(this.installation.node, ['-e', script, file, sql, JSON.stringify(values)], {
			cwd: path.dirname(this.installation.n8n),
		});
		return JSON.parse(response) as unknown[];
	}
}
