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
	'One or more whole SKUs, separated by commas, semicolons or line breaks. Put a SKU that contains one of ' +
		'these in quotes.',
	'e.g. MUG-BLU-12, POT-CMP-2L',
);

/** A filter by whether something is in use. */
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

/** @returns undefined where it does not filter */
export function readActive(filters: Fields): boolean | undefined {
	const value = filters.text('active');
	return value === 'active' ? true : value === 'inactive' ? false : undefined;
}

/**
 * A filter that is not applied gives rows that nobody asked for: better an error. (The form must not hide such a filter
 * either: n8n drops hidden values silently.)
 * @param labels the filters that only the live API has, and what the user calls them
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
				"The developer guide's contract has no such filter.",
				'Remove the filter, or use a credential for the live API.',
			);
		}
	}
}
