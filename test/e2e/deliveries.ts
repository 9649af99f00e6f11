import { parse as parseFlatted } from 'flatted';
import { z } from 'zod/v4';
import type { Database } from '../host';
import { versionOf } from './changingOrders';
import { triggerName } from './triggerWorkflow';

const item = z.object({
	json: z.looseObject({
		eventId: z.string(),
		order: z.looseObject({ orderNumber: z.string(), internalNotes: z.string().nullable() }),
	}),
});
/** n8n puts an item of its own into the output of a node whose execution crashed. */
const outputs = z.object({ main: z.array(z.array(z.unknown()).nullable()) });
const data = z.object({
	executionData: z
		.object({ nodeExecutionStack: z.array(z.object({ node: z.object({ name: z.string() }), data: outputs })) })
		.optional(),
	resultData: z.object({ runData: z.record(z.string(), z.array(z.object({ data: outputs.optional() }))) }),
});
const row = z.object({ id: z.number(), status: z.string(), data: z.string() });

/** What n8n's database holds of the items that the trigger has given it. */
export class Deliveries {
	/** The newest version of each order that came, by its number. */
	readonly versions = new Map<string, number>();
	/** How often each event came. */
	readonly times = new Map<string, number>();
	/** Events that came twice in one execution. */
	readonly doubledWithin: string[] = [];
	/** Number of executions by how they ended. */
	readonly executions: Record<string, number> = {};
	private readonly seen = new Set<number>();

	constructor(
		private readonly database: Database,
		private readonly workflowId: string,
	) {}

	/** Reads the executions that have ended since. */
	async update(): Promise<void> {
		for (;;) {
			const rows = z.array(row).parse(
				await this.database.rows(
					`select e.id, e.status, d.data from execution_entity e join execution_data d on d.executionId = e.id
					where e.workflowId = ? and e.status not in ('new', 'running', 'waiting') and e.id not in (${[...this.seen].join()}) order by e.id limit 5`,
					[this.workflowId],
				),
			);
			for (const one of rows) this.take(one);
			if (rows.length === 0) return;
		}
	}

	/** Items that came although they had come before. */
	get repeated(): number {
		return [...this.times.values()].reduce((sum, times) => sum + times - 1, 0);
	}

	private take({ id, status, data: text }: z.infer<typeof row>): void {
		this.seen.add(id);
		this.executions[status] = (this.executions[status] ?? 0) + 1;
		const events = new Set<string>();
		for (const { json } of itemsOf(text)) {
			if (events.has(json.eventId)) this.doubledWithin.push(json.eventId);
			events.add(json.eventId);
			this.times.set(json.eventId, (this.times.get(json.eventId) ?? 0) + 1);
			const { orderNumber, internalNotes } = json.order;
			this.versions.set(orderNumber, Math.max(this.versions.get(orderNumber) ?? 0, versionOf(internalNotes)));
		}
	}
}

/** The trigger's items: of an execution that crashed they are still what is to be worked off. */
function itemsOf(text: string): Array<z.infer<typeof item>> {
	const { executionData, resultData } = data.parse(parseFlatted(text));
	const waiting = (executionData?.nodeExecutionStack ?? [])
		.filter(({ node }) => node.name === triggerName)
		.map((one) => one.data);
	const given = (resultData.runData[triggerName] ?? []).flatMap((run) => run.data ?? []);
	return (waiting.length > 0 ? waiting : given)
		.flatMap(({ main }) => main.flat())
		.flatMap((one) => item.safeParse(one).data ?? []);
}
