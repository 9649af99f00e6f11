import { money } from '../model/common';
import { newProduct, productInfo } from '../model/product';
import type { Store } from '../store/store';

const CREATED = '2024-06-11T14:02:00Z';
export const MODIFIED = '2025-02-20T08:31:45Z';

/** Products of each kind, their listings and stock. */
export function seedCatalog(store: Store): void {
	const { catalog, stockroom } = store;
	const shared = {
		createdDate: CREATED,
		modifiedDate: MODIFIED,
		brand: 'Northwind',
		labels: ['core-range'],
		categories: ['Kitchen'],
		buyer: { name: 'Casey Buyer', email: 'casey@example.com' },
		mapPrice: money(12),
		shippingCost: money(0),
		length: 4,
		width: 4,
		height: 4,
	};
	catalog.customFieldDefs.push({
		customFieldDefId: '00000000-0000-4000-8000-000000000001',
		name: 'Material',
		description: null,
		type: 'TEXTSHORT',
		required: false,
		active: true,
		showOnGrid: true,
	});
	const mug = catalog.addProduct(
		newProduct({
			...shared,
			productId: 410233,
			masterSku: 'MUG-BLU-12',
			name: 'Enamel Mug, Blue, 12 oz',
			description: 'Enamelled steel camping mug',
			upc: '000000410233',
			mpn: 'EM-12-BL',
			vendorCost: money(4.35),
			weight: 9.5,
			imageUrls: [{ id: catalog.newImageId(), url: 'https://images.example.com/410233.jpg', rank: 0 }],
			customsDeclaration: {
				country: 'USA',
				declaredValue: money(4.35),
				description: 'Enamelled steel mug',
				harmonizationCode: '000000',
			},
		}),
	);
	mug.customFieldValues.push({
		customFieldValueId: '00000000-0000-4000-8000-000000000011',
		customFieldDef: catalog.customFieldDefs[0]!,
		value: 'Enamelled steel',
		productInfo: productInfo(mug),
	});
	const pot = catalog.addProduct(
		newProduct({
			...shared,
			productId: 410240,
			masterSku: 'POT-CMP-2L',
			name: 'Camp Pot, 2 L',
			description: 'Two litre camp pot',
			upc: '000000410240',
			mpn: 'CP-2L',
			vendorCost: money(11),
			weight: 24,
		}),
	);
	const shirt = catalog.addProduct(
		newProduct({
			...shared,
			productId: 410250,
			masterSku: 'SHIRT',
			name: 'Trail Shirt',
			description: 'Parent of the shirt sizes',
			type: 'VIRTUAL_PRODUCT',
			categories: ['Clothing'],
		}),
	);
	catalog.addProduct(
		newProduct({
			...shared,
			productId: 410251,
			masterSku: 'SHIRT-M',
			name: 'Trail Shirt, M',
			parentId: shirt.productId,
			categories: ['Clothing'],
			weight: 7,
			attributes: ['M'],
		}),
	);
	const kit = catalog.addProduct(
		newProduct({
			...shared,
			productId: 410300,
			masterSku: 'KIT-CMP-1',
			name: 'Camp Kitchen Kit',
			description: 'One pot and two mugs',
			type: 'BUNDLE_KIT',
			bundle: true,
			vendorCost: money(4.35),
			weight: 43,
		}),
	);
	kit.bundledItems.push(
		...[pot, mug].map((part, at) => ({
			bundleItemId: catalog.newBundleItemId(),
			product: productInfo(kit),
			bundledProduct: productInfo(part),
			bundledProductQuantity: at + 1,
		})),
	);
	const listed: Array<[string, number]> = [
		['NW-MUG-BLU', 410233],
		['NW-POT-2L', 410240],
		['NW-SHIRT-M', 410251],
		['NW-KIT-1', 410300],
	];
	for (const channel of [1207, 1210]) {
		for (const [listingSku, productId] of listed) {
			catalog.addListing({
				listingId: catalog.listings.newId(),
				listingSku,
				masterSku: catalog.products.get(productId)!.masterSku,
				productId,
				salesChannelId: channel,
				fnSku: null,
				active: true,
				pushInventory: true,
				created: '2024-06-12T10:00:00Z',
				lastModified: '2025-01-08T11:45:30Z',
			});
		}
	}
	stockroom.create({
		productId: 410233,
		warehouseId: 5101,
		location: 'A-04-2',
		quantity: 140,
		locked: 2,
		minStock: 25,
	});
	stockroom.create({ productId: 410233, warehouseId: 5102, location: 'GLOBAL', quantity: 79 });
	stockroom.create({ productId: 410240, warehouseId: 5102, location: 'GLOBAL', quantity: 40 });
	stockroom.create({ productId: 410251, warehouseId: 5101, location: 'B-01-1', quantity: 60 });
}
