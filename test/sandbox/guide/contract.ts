import type { ContractSpec, EndpointSpec, QueryParamSpec, TypeSpec } from '../contract/spec';

/*
 * The guide's contract as data, in the same form as the live one. What the public guide states is plain; what it leaves open
 * and was settled by analogy is marked `inferred` (whole operations, or single fields of a type).
 */

const TEXT: QueryParamSpec = { type: 'string' };
const TIME: QueryParamSpec = { type: 'utc-time' };
const ID: QueryParamSpec = { type: 'int64' };
/** `page` from 1 and `pageSize` are stated; the default size is inferred from the guide's example. */
const PAGING: Record<string, QueryParamSpec> = {
	page: { type: 'int32', default: 1 },
	pageSize: { type: 'int32', default: 100 },
};

type Row = Pick<EndpointSpec, 'id' | 'method' | 'path' | 'body' | 'response'> & {
	query?: Record<string, QueryParamSpec>;
	inferred?: boolean;
};

const ROWS: Row[] = [
	{ id: 'orders.create', method: 'POST', path: '/api/orders', body: 'newOrder', response: 'order' },
	{
		id: 'orders.list',
		method: 'GET',
		path: '/api/orders',
		response: 'order[]',
		query: {
			...PAGING,
			status: { type: 'enum:OrderStatus' },
			order_number: TEXT,
			warehouse_id: ID,
			created_from: TIME,
			created_to: TIME,
			updated_from: TIME,
			updated_to: TIME,
		},
	},
	{ id: 'orders.get', method: 'GET', path: '/api/orders/{id}', response: 'order', inferred: true },
	{
		id: 'orders.update',
		method: 'PUT',
		path: '/api/orders/{id}',
		body: 'orderChange',
		response: 'order',
		inferred: true,
	},
	{
		id: 'products.list',
		method: 'GET',
		path: '/api/products',
		response: 'product[]',
		query: { ...PAGING, sku: TEXT, updated_from: TIME },
		inferred: true,
	},
	{ id: 'products.get', method: 'GET', path: '/api/products/{id}', response: 'product', inferred: true },
	{
		id: 'products.create',
		method: 'POST',
		path: '/api/products',
		body: 'newProduct',
		response: 'product',
		inferred: true,
	},
	{
		id: 'products.update',
		method: 'PUT',
		path: '/api/products/{id}',
		body: 'productChange',
		response: 'product',
		inferred: true,
	},
	{
		id: 'inventory.levels',
		method: 'GET',
		path: '/api/inventory/warehouses',
		response: 'stockLevel[]',
		query: { ...PAGING, sku: TEXT, warehouse_id: ID },
	},
	{
		id: 'inventory.set',
		method: 'PUT',
		path: '/api/inventory',
		body: 'newLevel[]',
		response: 'rowOutcomes',
		inferred: true,
	},
	{
		id: 'warehouses.list',
		method: 'GET',
		path: '/api/warehouses',
		response: 'warehouse[]',
		query: { ...PAGING },
		inferred: true,
	},
	{ id: 'warehouses.get', method: 'GET', path: '/api/warehouses/{id}', response: 'warehouse', inferred: true },
	{
		id: 'shipments.list',
		method: 'GET',
		path: '/api/shipments',
		response: 'shipment[]',
		query: { ...PAGING, order_number: TEXT, shipped_from: TIME, shipped_to: TIME },
		inferred: true,
	},
	{
		id: 'shipments.create',
		method: 'POST',
		path: '/api/shipments',
		body: 'newShipment',
		response: 'shipment',
		inferred: true,
	},
];

const ORDER_EXTRAS = { currency: 'string', shipping_method: 'string', shipping_cost: 'number', tax_total: 'number' };
const EXTRA_NAMES = Object.keys(ORDER_EXTRAS);
const PRODUCT_FIELDS = { name: 'string', brand: 'string', upc: 'string', weight: 'number', active: 'boolean' };

const TYPES: Record<string, TypeSpec> = {
	address: {
		required: ['name', 'street1', 'city', 'postal_code', 'country'],
		fields: {
			name: 'string',
			street1: 'string',
			city: 'string',
			state: 'string',
			postal_code: 'string',
			country: 'string',
		},
		note: 'country is ISO 3166 alpha-2; state is needed for US (inferred)',
	},
	newItem: {
		required: ['sku', 'quantity'],
		fields: { sku: 'string', quantity: 'int32', unit_price: 'number', tax: 'number' },
		inferred: ['unit_price', 'tax'],
	},
	newOrder: {
		required: ['order_number', 'items', 'shipping_address'],
		fields: { order_number: 'string', items: 'newItem[]', shipping_address: 'address', ...ORDER_EXTRAS },
		inferred: EXTRA_NAMES,
	},
	orderChange: {
		required: [],
		fields: { order_number: 'string', shipping_address: 'address', status: 'enum:OrderStatus', ...ORDER_EXTRAS },
		inferred: ['order_number', 'shipping_address', 'status', ...EXTRA_NAMES],
		note: 'status only to cancelled',
	},
	order: {
		required: [],
		fields: {
			id: 'int64',
			order_number: 'string',
			status: 'enum:OrderStatus',
			warehouse_id: 'int64',
			created_at: 'utc-time',
			updated_at: 'utc-time',
			items: 'newItem[]',
			shipping_address: 'address',
			...ORDER_EXTRAS,
		},
		inferred: ['id', 'warehouse_id', 'created_at', 'updated_at', ...EXTRA_NAMES],
	},
	newProduct: {
		required: ['sku', 'name'],
		fields: { sku: 'string', ...PRODUCT_FIELDS },
		inferred: ['sku', ...Object.keys(PRODUCT_FIELDS)],
	},
	productChange: { required: [], fields: PRODUCT_FIELDS, inferred: Object.keys(PRODUCT_FIELDS) },
	product: {
		required: [],
		fields: { id: 'int64', sku: 'string', ...PRODUCT_FIELDS, created_at: 'utc-time', updated_at: 'utc-time' },
		inferred: ['id', 'sku', ...Object.keys(PRODUCT_FIELDS), 'created_at', 'updated_at'],
	},
	newLevel: {
		required: ['sku', 'warehouse_id', 'on_hand'],
		fields: { sku: 'string', warehouse_id: 'int64', on_hand: 'int32' },
		inferred: ['sku', 'warehouse_id', 'on_hand'],
	},
	stockLevel: {
		required: [],
		fields: {
			sku: 'string',
			warehouse_id: 'int64',
			warehouse_name: 'string',
			on_hand: 'int32',
			available: 'int32',
			allocated: 'int32',
			updated_at: 'utc-time',
		},
		inferred: ['sku', 'warehouse_id', 'warehouse_name', 'on_hand', 'available', 'allocated', 'updated_at'],
	},
	rowOutcomes: { required: [], fields: { results: 'any[]', errors: 'rowError[]' }, inferred: ['results', 'errors'] },
	rowError: {
		required: [],
		fields: { index: 'int32', code: 'string', message: 'string', field: 'string' },
		inferred: ['index', 'code', 'message', 'field'],
		note: 'index is 0-based',
	},
	warehouse: {
		required: [],
		fields: { id: 'int64', name: 'string', active: 'boolean' },
		inferred: ['id', 'name', 'active'],
	},
	newShipment: {
		required: ['order_number', 'carrier', 'tracking_number'],
		fields: {
			order_number: 'string',
			carrier: 'string',
			service: 'string',
			tracking_number: 'string',
			shipped_at: 'utc-time',
		},
		inferred: ['order_number', 'carrier', 'service', 'tracking_number', 'shipped_at'],
	},
	shipment: {
		required: [],
		fields: {
			id: 'int64',
			order_id: 'int64',
			order_number: 'string',
			carrier: 'string',
			service: 'string',
			tracking_number: 'string',
			shipped_at: 'utc-time',
			created_at: 'utc-time',
		},
		inferred: ['id', 'order_id', 'order_number', 'carrier', 'service', 'tracking_number', 'shipped_at', 'created_at'],
	},
};

/** The guide's contract. The order states are the guide's own examples. */
export function loadGuideContract(): ContractSpec {
	return {
		name: 'guide',
		types: TYPES,
		endpoints: ROWS.map((row) => {
			const pathParams: Record<string, string> = row.path.includes('{id}') ? { id: 'int64' } : {};
			return { ...row, pathParams, query: row.query ?? {} };
		}),
		enums: { OrderStatus: ['pending', 'fulfilled', 'cancelled'] },
		softRequired: new Set(),
	};
}
