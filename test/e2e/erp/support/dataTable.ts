import { z } from 'zod/v4';
import type { Rest } from '../../../host/rest';

const tables = z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), projectId: z.string() })) });
const rows = z.object({ count: z.number(), data: z.array(z.looseObject({ id: z.number() })) });
export type Row = z.infer<typeof rows>['data'][number];

/** A data table, as a user sees it in n8n. */
export class DataTable {
	constructor(
		protected readonly rest: Rest,
		private readonly name: string,
	) {}

	/** Its address; undefined if it does not exist yet. */
	protected async address(): Promise<string | undefined> {
		// Not `call`, which takes the list for an envelope.
		const response = await this.rest.send('GET', '/rest/data-tables-global?take=100');
		const { data } = z.object({ data: tables }).parse(response.data);
		const table = data.data.find(({ name }) => name === this.name);
		return table && `/rest/projects/${table.projectId}/data-tables/${table.id}`;
	}

	/** All rows, up to 250; none if the table does not exist yet. */
	async all(): Promise<Row[]> {
		return (await this.page()).data;
	}

	/** How many rows there are. */
	async count(): Promise<number> {
		return (await this.page()).count;
	}

	private async page(): Promise<z.infer<typeof rows>> {
		const address = await this.address();
		if (address === undefined) return { count: 0, data: [] };
		const response = await this.rest.send('GET', `${address}/rows?take=250`);
		return z.object({ data: rows }).parse(response.data).data;
	}

	async remove(): Promise<void> {
		const address = await this.address();
		if (address !== undefined) await this.rest.call('DELETE', address);
	}
}
