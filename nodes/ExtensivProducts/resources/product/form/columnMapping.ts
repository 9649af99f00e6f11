import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import type { OrderManagerApi } from '../../../../shared/api/ports';
import type { Contract } from '../../../../shared/api/ports/capabilities';
import type { CustomFieldDefinition, CustomFieldSetting } from '../../../../shared/domain/account/customField';
import { InputError } from '../../../../shared/domain/inputError';
import { PRODUCT_TYPES, type ProductDetails, type ProductType } from '../../../../shared/domain/product/fields';
import { columnsForm, mappedByHand, mapsAutomatically, readColumns } from '../../../../shared/n8n/columns/columns';
import { type Column } from '../../../../shared/n8n/columns/column';
import { customColumns, isCustomColumn, readCustomColumns } from '../../../../shared/n8n/columns/customColumns';
import { ifAllowed, inEditor } from '../../../../shared/n8n/search/editor';
import { nearName } from '../../../../shared/n8n/columns/nearName';
import type { Fields } from '../../../../shared/n8n/read/params';
import { readDetails } from './details';
import { type ColumnUse, allColumns, neededColumns, supportedColumns } from './columns';
import { assumedUnits, unitHints } from './units';

/** A notice where products are created. */
export const AMOUNTS = 'Amounts are in US dollars unless the column Currency says otherwise';

/** What reading the columns needs to know about the account. */
export interface ProductAccount {
	contract: Contract;
	definitions: CustomFieldDefinition[];
}

/** Loads the custom fields if columns are, or may be, custom fields. */
export async function loadAccount(
	{ contract, productFields }: OrderManagerApi,
	parameters: Fields,
): Promise<ProductAccount> {
	const wanted = mapsAutomatically(parameters) || mappedByHand(parameters).some(isCustomColumn);
	return {
		contract,
		definitions: wanted && productFields ? (await productFields.definitions()).map(({ value }) => value) : [],
	};
}

/** The values in the columns of one item. */
export interface ProductValues {
	sku: string | undefined;
	details: ProductDetails;
	customFields: CustomFieldSetting[];
	unused: string[];
	/** Units that were assumed, for a hint. */
	assumed: string[];
}

const columnsKnown = new WeakMap<readonly CustomFieldDefinition[], Column[]>();

/** The columns of a run. They are made once, because a run may have thousands of items. */
function columnsOf(definitions: readonly CustomFieldDefinition[]): Column[] {
	const columns = columnsKnown.get(definitions) ?? [...allColumns, ...customColumns(definitions)];
	columnsKnown.set(definitions as CustomFieldDefinition[], columns);
	return columns;
}

/** Reads the columns of one item. @throws InputError naming the column that cannot be read */
export function readProductColumns(
	fields: Fields,
	{ contract, definitions }: ProductAccount,
	silent?: string[],
): ProductValues {
	const { values, unused, conflicts } = readColumns(fields, columnsOf(definitions), silent);
	const [conflict] = conflicts;
	if (conflict) throw conflict;
	const details = readDetails(values);
	return {
		sku: values.code('sku'),
		details,
		customFields: readCustomColumns(values, definitions),
		unused,
		assumed: assumedUnits(fields, details, contract),
	};
}

/** @returns the SKU. @throws InputError naming the first required column that is empty */
export function requireColumns(values: ProductValues, { contract }: ProductAccount, use: ColumnUse): string {
	const given: Record<string, unknown> = { ...values.details, sku: values.sku };
	const missing = neededColumns(contract, use).find(({ id }) => given[id] === undefined);
	if (missing || values.sku === undefined) {
		const label = missing?.label ?? 'SKU';
		throw new InputError(
			label,
			'This column is required and is empty.',
			`Map ${label} to a field of the incoming item, or give the incoming item a field of that name.`,
		);
	}
	return values.sku;
}

/** Hints of all operations with columns: the column that an unknown name may stand for, and assumed units. */
export const columnHints = {
	near: (name: string): string | undefined => nearName(name, allColumns),
	hints: (_: readonly unknown[], inputs: ReadonlyArray<{ assumed: string[] }>): string[] => unitHints(inputs),
};

/** The type of the product to create. */
const productTypeOf = (given: unknown): ProductType => PRODUCT_TYPES.find((type) => type === given) ?? 'core';

const useOf = (operation: unknown, type: unknown): ColumnUse =>
	operation === 'update' || operation === 'upsert' ? operation : productTypeOf(type);

/** The columns for the form, with the account's own custom fields. */
export async function getProductColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const use = useOf(this.getNodeParameter('operation'), this.getNodeParameter('productType', 'core'));
	return await inEditor(this, async ({ contract, productFields }) => {
		const definitions = await ifAllowed(productFields?.definitions());
		return columnsForm([...supportedColumns(contract, use), ...customColumns(definitions.map(({ value }) => value))]);
	});
}
