import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../domain/inputError';
import type { Fields } from '../read/params';

/** A filter by a point in time. */
export const dateFilter = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
});

/** A filter by one or more texts in one field. */
export const textsFilter = (
	displayName: string,
	name: string,
	description: string,
	placeholder: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
});

export const skusFilter = textsFilter(
	'SKUs',
	'skus',
	'One or more complete SKUs, separated by commas, semicolons or line breaks. Put quotes around a SKU that ' +
		'contains one of these.',
	'e.g. MUG-BLU-12, POT-CMP-2L',
);

/** A filter by whether a record is in use. */
export const activeFilter = (things: string): INodeProperties => ({
	displayName: 'Active',
	name: 'active',
	type: 'options',
	options: [
		{ name: 'Active', value: 'active', description: `Only ${things} that are in use` },
		{ name: 'Any', value: 'any', description: `All ${things}` },
		{ name: 'Inactive', value: 'inactive', description: `Only ${things} that are not in use` },
	],
	default: 'active',
});

/** @returns undefined to read all */
export function readActive(filters: Fields): boolean | undefined {
	const value = filters.text('active');
	return value === 'active' ? true : value === 'inactive' ? false : undefined;
}

/**
 * Rejects filters that the contract cannot apply, because ignoring them would return the wrong rows. (The form must not
 * hide them either: n8n drops hidden values silently.)
 * @param labels the live-only filters and their labels
 * @throws InputError naming the first of them that is set
 */
export function refuseLiveFilters<Filter extends object>(
	filter: Filter,
	labels: Partial<Record<keyof Filter, string>>,
): void {
	for (const [name, label] of Object.entries(labels) as Array<[keyof Filter, string]>) {
		if (filter[name] !== undefined) {
			throw new InputError(
				label,
				"The developer guide's contract does not have this filter.",
				'Remove the filter, or use a credential for the live API.',
			);
		}
	}
}
