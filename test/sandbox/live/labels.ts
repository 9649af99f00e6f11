import { pathId, type Call, type Handlers } from '../http/call';
import { badField, notFound } from '../http/problem';
import type { Label } from '../model/common';
import type { Product } from '../model/product';
import { isoSeconds } from '../store/clock';
import { pageOf } from '../store/table';
import { singleId } from './bulk';
import { orderById } from './orderQueries';

const MAX_IDS = 100;

function named(call: Call): Label[] {
	return call.query.numbers('labelId').map((id) => {
		const label = call.store.labels.get(id);
		if (!label) throw notFound('Label', id);
		return label;
	});
}

function listLabels(call: Call): Label[] {
	const ids = call.query.numbers('labelIds');
	if (ids.length > MAX_IDS) throw badField(422, 'labelIds', `At most ${MAX_IDS} labelIds`);
	if (ids.length > 0) return call.store.labels.rows.filter((label) => ids.includes(label.labelId));
	return pageOf(call.store.labels.rows, call.page, call.limit);
}

function createLabels(call: Call): Label[] {
	const { labels } = call.store;
	return (call.body as Array<{ name: string; hexColor: string }>).map(({ name, hexColor }, at) => {
		if (!/^#[0-9a-f]{6}$/i.test(hexColor))
			throw badField(422, 'hexColor', 'hexColor must look like #cc3300', at, hexColor);
		if (labels.rows.some((label) => label.name === name))
			throw badField(422, 'name', `There is a label ${name} already`, at, name);
		return labels.add({ labelId: labels.newId(), name, hexColor });
	});
}

/** Removes a label from the catalogue and from every order and product. */
function deleteLabel(call: Call): unknown {
	const { store } = call;
	const id = pathId(call, 'labelId');
	const label = store.labels.remove(id);
	if (!label) throw notFound('Label', id);
	for (const order of store.book.orders.rows)
		if (order.labels.includes(label))
			store.book.change(order, { labels: order.labels.filter((other) => other !== label) });
	for (const product of store.catalog.products.rows)
		if (product.labels.includes(label.name))
			changeProductLabels(
				call,
				product,
				product.labels.filter((name) => name !== label.name),
			);
	return { id, name: label.name, hexColor: label.hexColor };
}

function productById(call: Call): Product {
	const id = pathId(call, 'productId');
	const product = call.store.catalog.products.get(id);
	if (!product) throw notFound('Product', id);
	return product;
}

function changeProductLabels(call: Call, product: Product, labels: string[]): unknown {
	call.store.catalog.changeProduct(product, { labels }, isoSeconds(call.store.now()));
	return singleId(product.productId);
}

export const labelHandlers: Handlers = {
	'labels.list': listLabels,
	'labels.create': createLabels,
	'labels.delete': deleteLabel,
	'orders.labels.list': (call) => orderById(call).labels,
	'orders.labels.assign': (call) => {
		const order = orderById(call);
		call.store.book.change(order, { labels: [...new Set([...order.labels, ...named(call)])] });
		return singleId(order.orderId);
	},
	'orders.labels.remove': (call) => {
		const order = orderById(call);
		const gone = named(call);
		call.store.book.change(order, { labels: order.labels.filter((label) => !gone.includes(label)) });
		return singleId(order.orderId);
	},
	'products.labels.list': (call) => {
		const { labels } = productById(call);
		return call.store.labels.rows.filter((label) => labels.includes(label.name));
	},
	'products.labels.assign': (call) => {
		const product = productById(call);
		return changeProductLabels(call, product, [
			...new Set([...product.labels, ...named(call).map((label) => label.name)]),
		]);
	},
	'products.labels.remove': (call) => {
		const product = productById(call);
		const gone = named(call).map((label) => label.name);
		return changeProductLabels(
			call,
			product,
			product.labels.filter((name) => !gone.includes(name)),
		);
	},
};
