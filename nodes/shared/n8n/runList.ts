import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ListOptions } from '../api/port';
import type { UnreadableRecord } from '../api/unreadable';
import { type Told, failureJson, tell, toNodeError } from './errors';
import { LostDigits } from './lostDigits';
import type { ListOperation } from './operation';
import { type Fields, parametersOf } from './params';
import type { Run } from './runner';

type List = ListOperation<unknown, unknown>;

/** Records that a hint names; the rest is a number. */
const NAMED = 3;

/**
 * Reads a list for every item. What was read before trouble came is not lost: with *Continue On Fail* it comes out, followed by the trouble. A record that cannot be read does not
 * keep the others back: it is a failed item, or named in a hint.
 */
export async function runList(run: Run, operation: List): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const proceeds = context.continueOnFail();
	const out: INodeExecutionData[] = [];
	const left: UnreadableRecord[] = [];
	const digits = new LostDigits();
	const fail = (error: unknown, item: number): void =>
		void out.push({ json: failureJson(tell(error, '', connected.secrets)), pairedItem: { item } });
	for (let item = 0; item < context.getInputData().length; item++) {
		const fields = parametersOf(context, item);
		const unreadable: UnreadableRecord[] = [];
		let read = 0;
		try {
			for await (const row of rowsFor(run, operation, fields, (record) => unreadable.push(record), digits)) {
				out.push({ json: row, pairedItem: { item } });
				read += 1;
			}
		} catch (error) {
			await connected.collectSecrets();
			const told = tell(error, '', connected.secrets);
			const message = read > 0 ? `${told.message} ${read} rows were read before that.` : told.message;
			if (!proceeds) throw toNodeError(context.getNode(), error, { ...told, message }, item);
			out.push({ json: failureJson({ ...told, message }), pairedItem: { item } });
		}
		const [first] = unreadable;
		if (!first) continue;
		await connected.collectSecrets();
		// Where nothing at all can be read, an empty list would be a lie.
		if (!proceeds && read === 0)
			throw toNodeError(
				context.getNode(),
				first,
				allOf(unreadable.length, tell(first, '', connected.secrets)),
				item,
			);
		if (proceeds) for (const record of unreadable) fail(record, item);
		else left.push(...unreadable);
	}
	hintAtLeftOut(run, left);
	digits.hint(context);
	return out;
}

const allOf = (count: number, told: Told): Told =>
	count === 1
		? told
		: { ...told, message: `${told.message} The ${count - 1} other records of the list cannot be read either.` };

async function* rowsFor(
	{ connected }: Run,
	operation: List,
	fields: Fields,
	unreadable: ListOptions['unreadable'],
	digits: LostDigits,
): AsyncGenerator<IDataObject> {
	const simplify = fields.raw('simplify') !== false;
	const limit = operation.whole || fields.flag('returnAll') ? Infinity : fields.quantity('limit', 'Limit');
	const asked =
		fields.inside('options').text('pageSize') === undefined
			? undefined
			: fields.inside('options').quantity('pageSize', 'Page Size');
	const filter = operation.read(fields, connected.manager);
	const options = { pageSize: asked ?? (limit === Infinity ? undefined : limit), unreadable };
	let given = 0;
	for await (const page of operation.list(connected.manager, filter, options)) {
		for (const { value, source } of page) {
			if (given >= limit) return;
			given += 1;
			if (!simplify || value === source) digits.look(source);
			yield (simplify ? value : source) as IDataObject;
		}
		if (given >= limit) return;
	}
}

/** Tells once per run which records are missing. */
function hintAtLeftOut({ context, connected }: Run, records: readonly UnreadableRecord[]): void {
	if (records.length === 0) return;
	const named = records.slice(0, NAMED).map((record) => tell(record, '', connected.secrets).message);
	const more = records.length > NAMED ? [`${records.length - NAMED} more cannot be read either.`] : [];
	const remedy =
		'To get them as failed items, set “On Error” in the settings of the node to “Continue (using error output)”.';
	context.addExecutionHints({
		message: [`Left out, because they cannot be read: ${records.length}.`, ...named, ...more, remedy].join(' '),
		location: 'outputPane',
	});
}
