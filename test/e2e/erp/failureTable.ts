import { z } from 'zod/v4';
import type { Rest } from '../../host/rest';

const NAME = 'Extensiv failures';

const row = z.object({
	id: z.number(),
	flow: z.string(),
	key: z.string(),
	state: z.string(),
	reason: z.string(),
	remedy: z.string(),
	item: z.string(),
	tries: z.number(),
});
export type TableRow = z.infer<typeof row>;
const tables = z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), projectId: z.string() })) });
const rows = z.object({ data: z.array(row) });

/** The data table of failures, as a user sees it in n8n. */
export class FailureTable {
	constructor(private readonly rest: Rest) {}

	/** Its address; undefined if it does not exist yet. */
	private async address(): Promise<string | undefined> {
		// Not `call`, which takes the list for an envelope.
		const response = await this.rest.send('GET', '/rest/data-tables-global?take=100');
		const { data } = z.object({ data: tables }).parse(response.data);
		const table = data.data.find(({ name }) => name === NAME);
		return table && `/rest/projects/${table.projectId}/data-tables/${table.id}`;
	}

	async rows(state = 'open'): Promise<TableRow[]> {
		const address = await this.address();
		if (address === undefined) return [];
		const response = await this.rest.send('GET', `${address}/rows?take=250`);
		const { data } = z.object({ data: rows }).parse(response.data).data;
		return data.filter((one) => one.state === state);
	}

	/** Edits a cell. */
	async edit(id: number, data: Partial<TableRow>): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: 'id', condition: 'eq', value: id }] };
		await this.rest.call('PATCH', `${await this.address()}/rows`, { filter, data });
	}

	async remove(): Promise<void> {
		const address = await this.address();
		if (address !== undefined) await this.rest.call('DELETE', address);
	}
}
