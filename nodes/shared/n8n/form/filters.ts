import type { INodeProperties } from 'n8n-workflow';
import type { Capability, Contract } from '../../api/ports/capabilities';
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

/** What the user calls filters that not every contract has, and what each of them needs. */
export type OptionalFilters<Filter> = Partial<Record<keyof Filter, readonly [label: string, needs: Capability]>>;

/**
 * Rejects filters that the contract cannot apply, because ignoring them would return the wrong rows. (The form must not
 * hide them either: n8n drops hidden values silently.)
 * @throws InputError naming the first of them that is set
 */
export function refuseUnsupportedFilters<Filter extends object>(
	filter: Filter,
	contract: Contract,
	optional: OptionalFilters<Filter>,
): void {
	for (const [name, [label, needs]] of Object.entries(optional) as Array<[keyof Filter, [string, Capability]]>) {
		if (filter[name] !== undefined && !contract.supports(needs)) {
			throw new InputError(
				label,
				`${contract.title} does not have this filter.`,
				'Remove the filter, or use a credential for the live API.',
			);
		}
	}
}
