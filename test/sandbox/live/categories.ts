import type { Call, Handlers } from '../http/call';
import { badField, notFound } from '../http/problem';
import type { Product } from '../model/product';
import { isoSeconds } from '../store/clock';
import { singleId } from './bulk';

function productsOf(call: Call, ids: number[] | null | undefined): Product[] {
	return (ids ?? []).map((id) => {
		const product = call.store.catalog.products.get(id);
		if (!product) throw notFound('Product', id);
		return product;
	});
}

function nameOf(name: string | null | undefined, field: string): string {
	if (!name) throw badField(422, field, `${field} is mandatory`);
	return name;
}

/** Ids of categories are not shown by any read; the sandbox numbers them in the order they were first seen. */
function idOf(call: Call, name: string): number {
	const { categoryNames } = call.store;
	if (!categoryNames.includes(name)) categoryNames.push(name);
	return categoryNames.indexOf(name) + 1;
}

function setCategories(call: Call, product: Product, categories: string[]): void {
	call.store.catalog.changeProduct(product, { categories: [...new Set(categories)] }, isoSeconds(call.store.now()));
}

function withCategory(call: Call, name: string): Product[] {
	return call.store.catalog.products.rows.filter((product) => product.categories.includes(name));
}

export const categoryHandlers: Handlers = {
	'products.categories.create': (call) => {
		const body = call.body as { categoryName?: string | null; productIds?: number[] | null };
		const name = nameOf(body.categoryName, 'categoryName');
		for (const product of productsOf(call, body.productIds))
			setCategories(call, product, [...product.categories, name]);
		return singleId(idOf(call, name));
	},
	'products.categories.rename': (call) => {
		const body = call.body as { oldCategoryName?: string | null; newCategoryName?: string | null };
		const before = nameOf(body.oldCategoryName, 'oldCategoryName');
		const after = nameOf(body.newCategoryName, 'newCategoryName');
		const products = withCategory(call, before);
		if (products.length === 0 && !call.store.categoryNames.includes(before)) throw notFound('Category', before);
		const id = idOf(call, before);
		call.store.categoryNames[id - 1] = after;
		for (const product of products)
			setCategories(
				call,
				product,
				product.categories.map((name) => (name === before ? after : name)),
			);
		return singleId(id);
	},
	'products.categories.delete': (call) => {
		const body = call.body as { categoryName?: string | null; productIds?: number[] | null };
		const name = nameOf(body.categoryName, 'categoryName');
		const products = body.productIds ? productsOf(call, body.productIds) : withCategory(call, name);
		for (const product of products)
			setCategories(
				call,
				product,
				product.categories.filter((other) => other !== name),
			);
		return singleId(idOf(call, name));
	},
};
