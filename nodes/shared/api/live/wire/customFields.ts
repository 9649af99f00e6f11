import { append } from '../../../domain/append';
import {
	type CustomFieldDefinition,
	type CustomFieldSetting,
	type CustomFieldValue,
	valueFor,
} from '../../../domain/account/customField';
import { InputProblem } from '../../../domain/inputProblem';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { Endpoint } from '../../../http/endpoint';
import type { WithRaw } from '../../ports/types';
import { readRecords } from '../../common/records';
import { writeOne } from '../../../batch/writeOne';
import { shows } from '../../../batch/confirm/shows';
import { UnreadableValue } from '../../common/unreadable';
import { type TakeUnreadable, type UnreadableRecord, leaveOut } from '../../ports/unreadable';
import { DEFINITION_LISTS, readFieldDefinition, readFieldValues } from './customFieldRead';

/** The calls for the custom fields of a kind of record, and the ID in their paths. */
export interface FieldCalls {
	definitions: Endpoint;
	get: Endpoint;
	set: Endpoint;
	/** The placeholder in the paths, for example `orderId`. */
	placeholder: string;
}

/** Values, and the response that they come from. */
interface FieldResponse {
	values: CustomFieldValue[];
	raw: unknown;
}

/**
 * Custom fields of records (orders, products), each addressed by its ID. A field to set is given by name or ID. The
 * definitions are read once per run.
 */
export class ThingFields {
	private known?: Promise<CustomFieldDefinition[]>;
	private readonly unreadable: UnreadableRecord[] = [];

	constructor(
		private readonly client: ApiClient,
		private readonly calls: FieldCalls,
	) {}

	/** All readable definitions of the account, including fields that are no longer in use. */
	async definitions(unreadable: TakeUnreadable = leaveOut): Promise<Array<WithRaw<CustomFieldDefinition>>> {
		const found: Array<WithRaw<CustomFieldDefinition>> = [];
		const { definitions } = this.calls;
		const pages = readRecords(this.client, definitions, {
			names: DEFINITION_LISTS,
			read: readFieldDefinition,
			key: ({ value }) => value.fieldId,
			unreadable,
		});
		for await (const page of pages) append(found, page);
		return found;
	}

	/** The fields that have a value, and the service's response. */
	async get(thing: string): Promise<FieldResponse> {
		const raw = await this.client.call(this.calls.get, { path: { [this.calls.placeholder]: thing } });
		return { values: readFieldValues(raw, this.calls.get.name), raw };
	}

	/**
	 * Sets values. Throws before anything is sent:
	 * @throws InputProblem for a field that is not defined, InputError for a value that does not fit the field
	 */
	async set(thing: string, wanted: ReadonlyArray<{ field: string; value: unknown }>): Promise<FieldResponse> {
		this.known ??= this.definitions((field) => this.unreadable.push(field)).then((definitions) =>
			definitions.map(({ value }) => value),
		);
		const definitions = await this.known;
		const settings = wanted.map(({ field, value }) => {
			const definition = find(definitions, field, this.unreadable);
			return { definition, value: valueFor(definition, value) };
		});
		return await this.send(
			thing,
			settings.map(({ definition, value }) => ({ fieldId: definition.fieldId, value })),
		);
	}

	/** The values in the response to a change; none if it cannot be read, so that a look-up decides. */
	private valuesIn(response: unknown): CustomFieldValue[] {
		try {
			return readFieldValues(response, this.calls.set.name);
		} catch (error) {
			if (error instanceof UnreadableValue) return [];
			rethrow(error);
		}
	}

	/**
	 * Sets values of fields that are given by ID. If the response does not name all of them, the values are read.
	 * @throws ApiError when the response rejects one, or when the values are missing afterwards
	 */
	async send(thing: string, settings: readonly CustomFieldSetting[]): Promise<FieldResponse> {
		const body = { customFieldValues: settings.map(({ fieldId, value }) => ({ customFieldDefId: fieldId, value })) };
		return await writeOne<FieldResponse>(
			this.client,
			this.calls.set,
			{ path: { [this.calls.placeholder]: thing }, body },
			{
				taken: (raw) => {
					const values = this.valuesIn(raw);
					return settings.every(({ fieldId }) => values.some((one) => one.fieldId === fieldId))
						? { values, raw }
						: undefined;
				},
				find: async () => {
					const { values, raw } = await this.get(thing);
					const valueOf = (fieldId: string): unknown => values.find((one) => one.fieldId === fieldId)?.value;
					if (!settings.every(({ fieldId, value }) => shows(valueOf(fieldId), value))) return undefined;
					return { values: values.filter((one) => settings.some(({ fieldId }) => fieldId === one.fieldId)), raw };
				},
			},
		);
	}
}

/** Finds a field by its name, ignoring case, or else by its ID. */
function find(
	definitions: readonly CustomFieldDefinition[],
	wanted: string,
	unreadable: readonly UnreadableRecord[],
): CustomFieldDefinition {
	const named = definitions.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
	const [field, other] = named.length > 0 ? named : definitions.filter(({ fieldId }) => fieldId === wanted);
	if (!field && unreadable[0]) throw unreadable[0];
	if (!field) {
		throw new InputProblem({
			problem: 'unknown',
			field: 'customFields',
			value: wanted,
			known: definitions.map(({ name }) => name),
		});
	}
	if (other) throw new InputProblem({ problem: 'ambiguous', field: 'customFields', value: wanted });
	return field;
}
