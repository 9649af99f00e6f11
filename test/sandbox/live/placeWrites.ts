import type { Call, Handlers } from '../http/call';
import { badField, notFound, Problem } from '../http/problem';
import type { Warehouse } from '../model/common';
import { newChannel, newWarehouse } from '../seed/records';
import { singleId } from './bulk';

type WarehouseBody = Partial<Warehouse>;

function given(body: WarehouseBody): WarehouseBody {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}

/** The answers of both writes are untyped in the public description; the sandbox answers an id (assumed). */
function createWarehouse(call: Call): unknown {
	const { warehouses } = call.store;
	const body = given(call.body as WarehouseBody);
	if (!body.name) throw badField(422, 'name', 'name is mandatory');
	if (warehouses.rows.some((warehouse) => warehouse.name === body.name))
		throw badField(422, 'name', `There is a warehouse ${body.name} already`);
	return singleId(
		warehouses.add(newWarehouse({ ...body, warehouseId: warehouses.newId(), name: body.name })).warehouseId,
	);
}

function updateWarehouse(call: Call): unknown {
	const body = given(call.body as WarehouseBody);
	const warehouse = call.store.warehouses.get(body.warehouseId ?? 0);
	if (!warehouse) throw notFound('Warehouse', body.warehouseId);
	Object.assign(warehouse, body);
	return singleId(warehouse.warehouseId);
}

function createChannel(call: Call): unknown {
	const { salesChannels } = call.store;
	const name = call.query.text('salesChannelName') ?? '';
	if (salesChannels.rows.some((channel) => channel.name === name))
		throw badField(422, 'salesChannelName', `There is a sales channel ${name} already`);
	return salesChannels.add(newChannel({ salesChannelId: salesChannels.newId(), name }));
}

interface ChannelBody {
	salesChannelName: string;
	salesChannelId?: number | null;
	salesChannelType?: string | null;
	active?: boolean | null;
	channelProperties?: Array<{ propertyName: string; propertyValue?: unknown }> | null;
}

function saveChannel(call: Call): unknown {
	const { salesChannels } = call.store;
	const {
		salesChannelName: name,
		salesChannelId,
		salesChannelType,
		active,
		channelProperties,
	} = call.body as ChannelBody;
	const known = salesChannelId ? salesChannels.get(salesChannelId) : undefined;
	if (salesChannelId && !known) throw new Problem(422, `There is no sales channel ${salesChannelId}`);
	const channel =
		known ?? salesChannels.add(newChannel({ salesChannelId: salesChannels.newId(), name, type: 'CUSTOM' }));
	const params = channelProperties?.map(
		({ propertyName, propertyValue }) => [propertyName, String(propertyValue ?? '')] as const,
	);
	Object.assign(channel, {
		name,
		type: salesChannelType ?? channel.type,
		active: active ?? channel.active,
		connectionParams: params ? Object.fromEntries(params) : channel.connectionParams,
	});
	return {
		message: 'Success',
		results: { salesChannelId: channel.salesChannelId, salesChannelName: name },
		errors: [],
	};
}

function createProperties(call: Call): unknown {
	const { appProperties } = call.store;
	return (call.body as Array<{ name?: string | null; value?: string | null }>).map(({ name, value }, at) => {
		if (!name) throw badField(422, 'name', 'name is mandatory', at);
		const known = appProperties.rows.find((row) => row.name === name);
		if (known) return Object.assign(known, { value: value ?? null });
		return appProperties.add({ id: appProperties.newId(), name, value: value ?? null });
	});
}

export const placeWriteHandlers: Handlers = {
	'warehouses.create': createWarehouse,
	'warehouses.update': updateWarehouse,
	'salesChannels.create': createChannel,
	'salesChannels.save': saveChannel,
	'apps.properties.list': ({ store }) => store.appProperties.rows,
	'apps.properties.create': createProperties,
	'apps.properties.delete': (call) => {
		const id = Number(call.params['propertyId']);
		if (!call.store.appProperties.remove(id)) throw notFound('Property', id);
		return singleId(id);
	},
};
