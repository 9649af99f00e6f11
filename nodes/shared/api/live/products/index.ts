import type { ApiClient } from '../../../http/client';
import type { ProductsPort } from '../../ports/products';
import { productChoices } from './choices';
import { createProducts } from './create';
import { addImages, listAttributes, setCategories } from './images';
import { getProducts, listProducts } from './find';
import { createOrUpdateProducts, updateProducts } from './update';

/** Products of the live API. */
export const liveProducts = (client: ApiClient): ProductsPort => ({
	create: async (products, options) => createProducts(client, products, options),
	createOrUpdate: async (products) => createOrUpdateProducts(client, products),
	update: async (changes) => updateProducts(client, changes),
	get: async (keys) => getProducts(client, keys),
	list: (filter, options) => listProducts(client, filter, options),
	choices: async (text, from) => productChoices(client, text, from),
	addImages: async (images) => addImages(client, images),
	setCategories: async (assignments) => setCategories(client, assignments),
	attributes: async () => listAttributes(client),
});
