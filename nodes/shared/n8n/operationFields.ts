import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { LIVE_CREDENTIALS } from './fields';

const GUIDE_CREDENTIALS = ['extensivOAuth2Api'];

/** The *Operation* of one resource. */
export const operationField = (resource: string, initial: string, options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options,
	default: initial,
});

/**
 * A choice that differs between the contracts: the same field twice, so that what a contract lacks is not offered.
 * @param guide values that the guide's contract has as well; none means that it is not shown there at all
 */
export function choiceByContract(field: INodeProperties, guide: readonly string[]): INodeProperties[] {
	const options = (field.options ?? []) as INodePropertyOptions[];
	const shared = options.filter(({ value }) => guide.includes(String(value)));
	const shownFor = (authentication: string[]): INodeProperties['displayOptions'] => ({ ...field.displayOptions, show: { ...field.displayOptions?.show, authentication } });
	if (shared.length === options.length) return [field];
	const live = { ...field, displayOptions: shownFor(LIVE_CREDENTIALS) };
	const initial = shared.some(({ value }) => value === field.default) ? field.default : shared[0]?.value;
	return shared.length === 0 ? [live] : [live, { ...field, options: shared, default: initial ?? '', displayOptions: shownFor(GUIDE_CREDENTIALS) }];
}
