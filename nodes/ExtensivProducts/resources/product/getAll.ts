import type { INodeProperties } from 'n8n-workflow';
import type { Product, ProductFilter } from '../../../shared/domain/product/product';
import { filters, limit, listOptions, optionsWith, returnAll, warehouse } from '../../../shared/n8n/form/fields';
import {
	type OptionalFilters,
	activeFilter,
	dateFilter,
	readActive,
	refuseUnsupportedFilters,
	skusFilter,
	textsFilter,
} from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { productShape } from './productShapes';

const OPTIONAL_FILTERS: OptionalFilters<ProductFilter> = {
	active: ['Active', 'filter.productStatus'],
	createdFrom: ['Created After', 'filter.productDates'],
	createdTo: ['Created Before', 'filter.productDates'],
	modifiedTo: ['Modified Before', 'filter.productDates'],
	mpns: ['MPNs', 'filter.productCodes'],
	upcs: ['UPCs', 'filter.productCodes'],
	warehouseId: ['Warehouse', 'filter.productWarehouse'],
};

export const getAllFields: INodeProperties[] = [
	returnAll,
	limit,
	...outputFields(productShape),
	filters([
		activeFilter('products'),
		dateFilter('Created After', 'createdFrom'),
		dateFilter('Created Before', 'createdTo'),
		dateFilter('Modified After', 'modifiedFrom'),
		dateFilter('Modified Before', 'modifiedTo'),
		textsFilter(
			'MPNs',
			'mpns',
			"One or more full manufacturer's part numbers, separated by commas (live API)",
			'e.g. EM-12-BL',
		),
		skusFilter,
		textsFilter('UPCs', 'upcs', 'One or more full UPCs, separated by commas (live API)', 'e.g. 000000410233'),
		{ ...warehouse, description: 'Only products that have a stock record in this warehouse (live API)' },
	]),
	optionsWith(listOptions),
];

export const getAll = listOperation<ProductFilter, Product>({
	shape: productShape,
	read: (fields, { contract }) => {
		const given = fields.inside('filters');
		const filter: ProductFilter = {
			active: readActive(given),
			skus: given.list('skus'),
			upcs: given.list('upcs'),
			mpns: given.list('mpns'),
			warehouseId: given.locator('warehouse'),
			createdFrom: given.date('createdFrom', 'Created After'),
			createdTo: given.date('createdTo', 'Created Before'),
			modifiedFrom: given.date('modifiedFrom', 'Modified After'),
			modifiedTo: given.date('modifiedTo', 'Modified Before'),
		};
		refuseUnsupportedFilters(filter, contract, OPTIONAL_FILTERS);
		return filter;
	},
	fixedBy: (filter) => filter,
	list: (manager, filter, options) => manager.products.list(filter, options),
});
