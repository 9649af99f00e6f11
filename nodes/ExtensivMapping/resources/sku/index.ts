import type { OrderManagerApi } from '../../../shared/api/ports';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { InputError } from '../../../shared/domain/inputError';
import { PRODUCT_CODES, type ProductCode } from '../../../shared/domain/mapping/products';
import { type Directory, directoryOf, foldSku } from '../../../shared/domain/mapping/target';
import { credentialsFor } from '../../../shared/contracts';
import type { Fields } from '../../../shared/n8n/read/params';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import type { Wanted } from '../../mapping/kind';
import { mapOperation } from '../../mapping/mapItems';
import { KnownProducts } from './products';

/** Searching for candidates takes a few calls per code, so the others only get what the run has found anyway. */
const MOST_SEARCHES = 10;

/** Values of tables may be these, whatever codes are. */
const VALUES: readonly ProductCode[] = ['sku', 'productId'];

const codesOnlyWith = (capability: Parameters<typeof credentialsFor>[0]) => ({
	displayOptions: { show: { authentication: credentialsFor(capability) } },
});

const CODES = [
	{ name: 'Listing SKU', value: 'listingSku', ...codesOnlyWith('menu/listing.getAll') },
	{ name: 'Master SKU', value: 'sku' },
	{ name: 'MPN', value: 'mpn', ...codesOnlyWith('product.upcAndMpn') },
	{ name: 'Product ID', value: 'productId' },
	{ name: 'UPC', value: 'upc', ...codesOnlyWith('product.upcAndMpn') },
];

/** The kinds of codes in the user's order. @throws InputError */
function readKinds(fields: Fields): ProductCode[] {
	const kinds = fields.list('matchBy', 'Match By') ?? [];
	if (kinds.length === 0) throw new InputError('Match By', 'Nothing is selected.', 'Select at least one kind of code.');
	for (const kind of kinds) {
		if (!(PRODUCT_CODES as readonly string[]).includes(kind))
			throw new InputError(
				'Match By',
				`“${kind}” is not one of the choices.`,
				`Use one of ${PRODUCT_CODES.join(', ')}.`,
			);
	}
	return kinds as ProductCode[];
}

/** Under a contract without such codes, a run fails whatever its codes are. @throws ApiError `unsupported` */
function requireKinds({ contract, listings }: OrderManagerApi, kinds: readonly ProductCode[]): void {
	for (const kind of kinds) {
		const isMissing =
			kind === 'listingSku' ? !listings : (kind === 'upc' || kind === 'mpn') && !contract.supports('product.upcAndMpn');
		if (isMissing) requireSupported(undefined, `productBy.${kind}`);
	}
}

/** The products that codes and values of tables mean, with candidates for those that mean none. */
async function productDirectory(manager: OrderManagerApi, wanted: Wanted): Promise<Directory> {
	const kinds = readKinds(wanted.options);
	requireKinds(manager, kinds);
	const products = new KnownProducts(manager);
	const unknown = [
		...(await lookUpAll(products, wanted.values, VALUES)),
		...(await lookUpAll(products, wanted.codes, kinds)),
	];
	if (wanted.direction === 'from' && wanted.isLive && wanted.give === 'listingSku')
		await products.lookUpListings({ skus: products.targets().map(({ value }) => value) });
	const found = directoryOf(products.targets(), { fold: foldSku, kinds, unreadable: products.unreadable });
	const values = directoryOf(products.targets(), { fold: foldSku, kinds: VALUES });
	const searched = wanted.candidates > 0 ? unknown.slice(0, MOST_SEARCHES) : [];
	for (const text of searched) await products.lookAround(text);
	const { near } = directoryOf(products.targets(), { fold: foldSku });
	return { ...found, findValue: values.find, near };
}

/** Looks up texts as the first kind, those that nothing has as the second, and so on. @returns those that are left */
async function lookUpAll(
	products: KnownProducts,
	texts: readonly string[],
	kinds: readonly ProductCode[],
): Promise<string[]> {
	let left = [...texts];
	for (const kind of kinds) {
		const known = await products.lookUp(kind, left);
		left = left.filter((text) => !known.has(text));
	}
	return left;
}

export const sku: Resource = {
	name: 'SKU',
	value: 'sku',
	description: "The ERP's codes of products",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map SKU',
			description: 'Find the product that a code means, or the code of a product',
			initial: true,
			fields: mapFields({
				code: {
					description:
						'To Extensiv: the code of the product in the ERP. From Extensiv: its SKU or other code in Extensiv. The ' +
						'whole code counts, without regard to capitals.',
					placeholder: '{{ $json.sku }}',
				},
				own: [
					{
						displayName: 'Match By',
						name: 'matchBy',
						type: 'multiOptions',
						options: CODES,
						default: ['sku'],
						description:
							'What the code is compared with, in the order of your selection. The first kind that matches decides.',
					},
				],
				outputField: 'mappedProduct',
				value: { description: 'The master SKU or the ID of the product', placeholder: 'NW-MUG-BLU' },
				give: { options: CODES, default: 'sku' },
				only: "The product's master SKU, or the ERP's code",
				hasInactive: true,
			}),
			run: mapOperation({
				words: { what: 'product', by: 'code' },
				fold: foldSku,
				extra: () => undefined,
				directory: productDirectory,
			}),
		},
	],
};
