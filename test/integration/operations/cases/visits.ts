import type { IDataObject } from 'n8n-workflow';
import { OPTION_CATALOGUES } from '../../../../nodes/shared/domain/account/account';
import { tokenCredential } from '../../../support/credentials';
import { defineFields } from '../../../support/orderActions';
import { byId, RENO } from '../../../support/parameters';
import { byHand, bySku, live, MUG, SHIRT } from '../../../support/products';
import type { NodeName, Settings, Stage } from '../../../support/stage';
import { Watch } from '../../../support/watch';

/** A use of a node, its lists in the editor and polls included, that makes calls which no plain case of an operation makes. */
export interface Visit {
	what: string;
	arrange?: (stage: Stage) => Promise<unknown>;
	run: (stage: Stage) => Promise<unknown>;
}

/** Runs an operation, which must succeed. */
const succeed =
	(node: NodeName, operation: string, parameters: IDataObject, settings: Settings = {}) =>
	async (stage: Stage): Promise<void> => {
		const { status, error } = await stage.run(node, operation, parameters, settings);
		expect({ status, error }).toEqual({ status: 'success' });
	};

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `No. ${at}`);
const NEW = { sku: 'NEW-1', name: 'New', brand: 'Northwind', description: 'New' };
const newProduct = (productType: string, more: IDataObject = {}) =>
	succeed('extensivProducts', 'create', { productType, ...byHand(NEW), ...more });
const groups = '/v1/products/variations/attributes/groups';
const choicesOf =
	(method: string) =>
	async (stage: Stage): Promise<unknown> => {
		const credentials = tokenCredential(stage.url);
		return await stage.engine.loadOptions({
			node: 'extensivProducts',
			method,
			credentials,
			parameters: { authentication: credentials.type, resource: 'product' },
		});
	};

/** Polls the trigger for what happened of late, a record a page. */
const polled =
	(event: string, records: number) =>
	async (stage: Stage): Promise<void> => {
		const watch = new Watch(stage, { events: [event], startFrom: 'hours', startHours: 1, options: { pageSize: 1 } });
		expect(await watch.items()).toHaveLength(records);
	};

export const VISITS: Visit[] = [
	{
		what: 'a bundle is created',
		run: newProduct('bundle', { parts: { part: [{ product: bySku('MUG'), quantity: 2 }] } }),
	},
	{ what: 'a virtual product is created', run: newProduct('virtual') },
	{
		what: 'a variation is created',
		arrange: async (stage) => await live(stage, 'PUT', groups, { name: 'Size', attributes: [{ name: 'L' }] }),
		run: async (stage) => {
			const [group] = (await live(stage, 'GET', groups)) as Array<{ attributes: Array<{ attributeId: number }> }>;
			stage.control.clearRequests();
			await newProduct('variation', {
				virtualProduct: bySku(SHIRT.sku),
				attributeIds: [String(group?.attributes[0]?.attributeId)],
			})(stage);
		},
	},
	{
		what: 'attributes to choose from fill more than a page',
		arrange: async (stage) => {
			for (const name of names(60)) await live(stage, 'PUT', groups, { name, attributes: [{ name: 'L' }] });
		},
		run: choicesOf('getProductAttributes'),
	},
	{
		what: 'custom fields of products fill more than a page',
		arrange: async (stage) =>
			await live(stage, 'PUT', '/v1.1/products/customfielddefinitions', {
				customFieldDefinitions: names(120).map((name) => ({ name })),
			}),
		run: choicesOf('getProductCustomFields'),
	},
	{
		what: 'custom fields of orders fill more than a page',
		arrange: async (stage) => await defineFields(stage, ...names(25)),
		run: succeed('extensivOrders', 'set', {
			resource: 'orderCustomField',
			order: byId(77120046),
			customFields: { field: [{ field: 'No. 24', value: 'x' }] },
		}),
	},
	{
		what: 'labels fill more than a page',
		arrange: async (stage) =>
			await live(
				stage,
				'PUT',
				'/v1/labels',
				names(60).map((name) => ({ name, hexColor: '#000000' })),
			),
		run: succeed('extensivOrders', 'add', {
			resource: 'orderLabel',
			order: byId(77120046),
			labels: '={{ ["No. 59"] }}',
		}),
	},
	{ what: 'an order is read by its ID', run: succeed('extensivOrders', 'get', { orderBy: 'id', orderId: '77120046' }) },
	{
		what: 'an order is read by its ID, guide contract',
		run: succeed('extensivOrders', 'get', { orderBy: 'id', orderId: '77120046' }, { contract: 'guide' }),
	},
	{ what: 'a product is read by its ID', run: succeed('extensivProducts', 'get', { product: byId(MUG.id) }) },
	{
		what: 'a product is read by its ID, guide contract',
		run: succeed('extensivProducts', 'get', { product: byId(MUG.id) }, { contract: 'guide' }),
	},
	{ what: 'a warehouse is read by its ID', run: succeed('extensivWarehouses', 'get', { warehouse: byId(RENO) }) },
	...['carrier', 'packageType', 'provider'].map((kind) => ({
		what: `${kind}s are listed`,
		run: succeed('extensivShipments', 'getAll', { resource: 'carrier', kind }),
	})),
	{
		what: 'the trigger reads new RMAs, page by page',
		arrange: async (stage) => {
			const [item] = stage.order('NW-10045').orderItems as Array<{ orderItemId: number }>;
			const rma = {
				orderId: 77120045,
				items: [
					{
						orderItemId: item?.orderItemId,
						returnedQuantity: 1,
						type: 'REFUND',
						action: 'WRITE_OFF',
						reason: 'DAMAGED',
					},
				],
			};
			await live(stage, 'PUT', '/v1/shipments/rmas', [rma, rma]);
		},
		run: polled('rmaCreated', 2),
	},
	{
		what: 'the trigger reads changed purchase orders, page by page',
		arrange: async (stage) => stage.control.seed({ purchaseOrders: [{ number: 'PO-1' }, { number: 'PO-2' }] }),
		run: polled('purchaseOrderUpdated', 2),
	},
	...Object.entries(OPTION_CATALOGUES).map(([catalogue, name]) => ({
		what: `${name} are listed`,
		run: succeed('extensivWarehouses', 'getOptions', { resource: 'account', catalogue }),
	})),
];
