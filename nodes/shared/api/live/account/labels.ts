import { append } from '../../../domain/append';
import { InputProblem } from '../../../domain/inputProblem';
import type { Label } from '../../../domain/account/label';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { readAs, recordId, rowsOf, text } from '../../common/parse';
import type { Endpoint } from '../../../http/endpoint';
import type { WithRaw } from '../../ports/types';
import type { LabelsPort } from '../../ports/labels';
import { readRecords, recordsOf } from '../../common/records';
import { writeOne } from '../../../batch/writeOne';
import { recordReader } from '../../common/unreadable';
import { type TakeUnreadable, type UnreadableRecord, leaveOut } from '../../ports/unreadable';
import { LIVE } from '../catalogue';

const wire = z.looseObject({ labelId: recordId, name: text, hexColor: text });
const readLabel = recordReader({ what: 'Label', id: 'labelId', name: 'name' }, (raw, endpoint): WithRaw<Label> => {
	const { labelId, name, hexColor } = readAs(wire, raw, endpoint);
	return { value: { labelId, name: name ?? '', color: hexColor }, raw };
});

/** The labels in a response. @throws UnreadableRecord */
export const readLabels = (body: unknown, endpoint: string): Array<WithRaw<Label>> =>
	recordsOf(rowsOf(body ?? [], endpoint), endpoint, readLabel, undefined);

/** The account's label catalogue on the live API. */
export const liveLabels = (client: ApiClient): LabelsPort => ({ list: async () => allLabels(client, leaveOut) });

async function allLabels(client: ApiClient, unreadable: TakeUnreadable): Promise<Array<WithRaw<Label>>> {
	const found: Array<WithRaw<Label>> = [];
	const pages = readRecords(client, LIVE.listLabels, {
		rowsIn: (body) => rowsOf(body ?? [], LIVE.listLabels.name),
		read: readLabel,
		key: ({ value }) => value.labelId,
		unreadable,
	});
	for await (const page of pages) append(found, page);
	return found;
}

/** The three calls for the labels of a record, and the ID in their paths. */
export interface LabelCalls {
	get: Endpoint;
	add: Endpoint;
	remove: Endpoint;
	/** The placeholder in the paths, for example `orderId`. */
	placeholder: string;
}

/**
 * The labels of records (orders, products), each addressed by its ID. A label to add or remove is given by name or ID.
 * The catalogue is read once per run.
 */
export class ThingLabels {
	private catalogue?: Promise<Label[]>;
	private readonly unreadable: UnreadableRecord[] = [];

	constructor(
		private readonly client: ApiClient,
		private readonly calls: LabelCalls,
	) {}

	async get(thing: string): Promise<Array<WithRaw<Label>>> {
		return readLabels(
			await this.client.call(this.calls.get, { path: { [this.calls.placeholder]: thing } }),
			this.calls.get.name,
		);
	}

	/**
	 * Adds or removes labels and returns the labels that the record then has.
	 * @throws InputProblem for a label that is not in the catalogue, before anything is sent
	 */
	async change(verb: 'add' | 'remove', thing: string, wanted: readonly string[]): Promise<Array<WithRaw<Label>>> {
		this.catalogue ??= allLabels(this.client, (label) => this.unreadable.push(label)).then((labels) =>
			labels.map(({ value }) => value),
		);
		const labels = await this.catalogue;
		const labelId = [...new Set(wanted.map((one) => find(labels, one, this.unreadable).labelId))];
		return await writeOne(
			this.client,
			this.calls[verb],
			{ path: { [this.calls.placeholder]: thing }, query: { labelId } },
			{
				find: async () => {
					const now = await this.get(thing);
					const has = new Set(now.map(({ value }) => value.labelId));
					return labelId.every((one) => has.has(one) === (verb === 'add')) ? now : undefined;
				},
			},
		);
	}
}

/** Finds a label by its name, ignoring case, or else by its ID. */
function find(labels: readonly Label[], wanted: string, unreadable: readonly UnreadableRecord[]): Label {
	const exact = labels.filter(({ name }) => name === wanted);
	const named = exact.length > 0 ? exact : labels.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
	const [label, other] = named.length > 0 ? named : labels.filter(({ labelId }) => labelId === wanted);
	if (!label && unreadable[0]) throw unreadable[0];
	if (!label) throw new InputProblem({ problem: 'unknown', field: 'labels', value: wanted });
	if (other) throw new InputProblem({ problem: 'ambiguous', field: 'labels', value: wanted });
	return label;
}
