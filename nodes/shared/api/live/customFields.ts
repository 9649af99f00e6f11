import { type CustomFieldDefinition, type CustomFieldSetting, type CustomFieldValue, valueFor } from '../../domain/customField';
import { InputError } from '../../domain/inputError';
import type { ApiClient } from '../../http/client';
import { asIs } from '../../http/rethrow';
import type { Endpoint } from '../endpoint';
import type { Sourced } from '../port';
import { readBulk, rowError } from './bulk';
import { readRecords } from '../records';
import { type TakeUnreadable, type UnreadableRecord, UnreadableValue, leaveOut } from '../unreadable';
import { DEFINITION_LISTS, readFieldDefinition, readFieldValues } from './customFieldRead';

/** The calls for the custom fields of a kind of thing, and the id in their paths. */
export interface FieldCalls {
	definitions: Endpoint;
	get: Endpoint;
	set: Endpoint;
	/** The placeholder of the paths, for example `orderId`. */
	placeholder: string;
}

/** Custom fields of things (orders, products) by the thing's id; fields to set are named by their name or id. The definitions are read once a run. */
export class ThingFields {
	private known?: Promise<CustomFieldDefinition[]>;
	private readonly unreadable: UnreadableRecord[] = [];

	constructor(
		private readonly client: ApiClient,
		private readonly calls: FieldCalls,
	) {}

	/** All that the account has defined and that can be read, also those that are not in use any more. */
	async definitions(unreadable: TakeUnreadable = leaveOut): Promise<Array<Sourced<CustomFieldDefinition>>> {
		const found: Array<Sourced<CustomFieldDefinition>> = [];
		const { definitions } = this.calls;
		const pages = readRecords(this.client, definitions, { names: DEFINITION_LISTS, read: readFieldDefinition, key: ({ value }) => value.fieldId, unreadable });
		for await (const page of pages) found.push(...page);
		return found;
	}

	/** The fields that have a value, and the service's answer. */
	async get(thing: string): Promise<{ values: CustomFieldValue[]; source: unknown }> {
		const source = await this.client.call(this.calls.get, { path: { [this.calls.placeholder]: thing } });
		return { values: readFieldValues(source, this.calls.get.name), source };
	}

	/**
	 * Sets values. An answer that does not tell them is taken for the values that were sent.
	 * @throws InputError for a field that is not defined, or a value that is not of the field's kind, before anything is sent
	 */
	async set(thing: string, wanted: ReadonlyArray<{ field: string; value: unknown }>): Promise<{ values: CustomFieldValue[]; source: unknown }> {
		this.known ??= this.definitions((field) => this.unreadable.push(field)).then((definitions) => definitions.map(({ value }) => value));
		const definitions = await this.known;
		const settings = wanted.map(({ field, value }) => {
			const definition = find(definitions, field, this.unreadable);
			return { definition, value: valueFor(definition, value) };
		});
		const source = await this.send(thing, settings.map(({ definition, value }) => ({ fieldId: definition.fieldId, value })));
		const told = this.told(source);
		const sent = settings.map(({ definition: { fieldId, name, type }, value }) => ({ fieldId, name, type, valueId: null, value }));
		return { values: told.length > 0 ? told : sent, source };
	}

	/** What the answer to a change tells; nothing where it cannot be read, since the change is made. */
	private told(answer: unknown): CustomFieldValue[] {
		try {
			return readFieldValues(answer, this.calls.set.name);
		} catch (error) {
			if (error instanceof UnreadableValue) return [];
			throw asIs(error);
		}
	}

	/** Sets values of fields that are known by their ids. @throws ApiError `rowRefused` when the answer complains of one */
	async send(thing: string, settings: readonly CustomFieldSetting[]): Promise<unknown> {
		const body = { customFieldValues: settings.map(({ fieldId, value }) => ({ customFieldDefId: fieldId, value })) };
		const answer = await this.client.call(this.calls.set, { path: { [this.calls.placeholder]: thing }, body });
		const [error] = readBulk(answer).errors;
		if (error) throw rowError(error, this.calls.set.name);
		return answer;
	}
}

/** A field by its name, however it is written in capitals, or else by its id. */
function find(definitions: readonly CustomFieldDefinition[], wanted: string, unreadable: readonly UnreadableRecord[]): CustomFieldDefinition {
	const named = definitions.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
	const [field, other] = named.length > 0 ? named : definitions.filter(({ fieldId }) => fieldId === wanted);
	if (!field && unreadable[0]) throw unreadable[0];
	if (!field) {
		const names = definitions.map(({ name }) => name).join(', ');
		throw new InputError('Custom Fields', `There is no custom field “${wanted}”.`, names ? `The account has these: ${names}.` : 'The account has none: define it in Order Manager first.');
	}
	if (other) throw new InputError('Custom Fields', `Several custom fields are called “${wanted}”.`, 'Give the ID of the field.');
	return field;
}
