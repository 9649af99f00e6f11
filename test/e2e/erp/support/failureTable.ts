import { z } from 'zod/v4';
import type { Rest } from '../../../host/rest';
import { DataTable } from './dataTable';

const row = z.object({
	id: z.number(),
	flow: z.string(),
	key: z.string(),
	state: z.string(),
	reason: z.string(),
	remedy: z.string(),
	item: z.string(),
	tries: z.number(),
	firstSeen: z.string(),
	lastSeen: z.string(),
	nextTry: z.string().nullable(),
	workflowId: z.string(),
});
export type TableRow = z.infer<typeof row>;

/** The data table of failures. */
export class FailureTable extends DataTable {
	constructor(rest: Rest) {
		super(rest, 'Extensiv failures');
	}

	async rows(state = 'open'): Promise<TableRow[]> {
		return (await this.every()).filter((one) => one.state === state);
	}

	/** Rows of all states. */
	async every(): Promise<TableRow[]> {
		return z.array(row).parse(await this.all());
	}

	/** Edits a cell. */
	async edit(id: number, data: Partial<TableRow>): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: 'id', condition: 'eq', value: id }] };
		await this.rest.call('PATCH', `${await this.address()}/rows`, { filter, data });
	}
}
