import { alphabetical } from '../../../../shared/domain/alphabetical';
import type { Contract } from '../../../../shared/api/ports/capabilities';
import type { FieldType } from 'n8n-workflow';
import { countries } from '../../../../shared/domain/values/address/country';
import { currencies } from '../../../../shared/domain/values/currencies';
import {
	PRODUCT_FIELDS,
	PRODUCT_TYPES,
	type ProductField,
	type ProductFieldKind,
	type ProductType,
} from '../../../../shared/domain/product/fields';
import type { Column } from '../../../../shared/n8n/columns/column';

/** What columns are offered for: creating a product of a type, changing one, or either. */
export type ColumnUse = ProductType | 'update' | 'upsert';

interface ProductColumn extends Column {
	/** The label without the unit, which forms and ERP systems use too. */
	plainLabel: string;
	kind: ProductFieldKind;
	/** Uses that have no place for it in the live API. */
	notFor?: readonly ColumnUse[];
	/** The guide's contract has it too. */
	guide?: true;
	/** Types of new products that need it. */
	needed?: readonly ProductType[];
}

const TYPES: Record<ProductFieldKind, FieldType> = {
	text: 'string',
	code: 'string',
	upc: 'string',
	flag: 'boolean',
	measure: 'number',
	amount: 'number',
	currency: 'options',
	country: 'options',
	list: 'string',
	urls: 'string',
};

const SKU: ProductColumn = {
	id: 'sku',
	label: 'SKU',
	plainLabel: 'SKU',
	kind: 'code',
	type: 'string',
	matches: true,
	notFor: ['update'],
	guide: true,
	needed: PRODUCT_TYPES,
	alsoCalled: ['masterSku', 'productSku'],
};

const columnOf = ({
	name,
	label,
	kind,
	unit,
	shown,
	notFor,
	guide,
	needed,
	...names
}: ProductField): ProductColumn => ({
	id: name,
	label: unit ? `${label} (${unit})` : label,
	plainLabel: label,
	kind,
	type: TYPES[kind],
	...(shown ? {} : { hiddenByDefault: true }),
	notFor,
	guide,
	needed,
	alsoCalled: names.alsoCalled,
	general: names.general,
});

const FIELDS: readonly ProductColumn[] = PRODUCT_FIELDS.map(columnOf);
const isHidden = ({ hiddenByDefault }: ProductColumn): boolean => hiddenByDefault === true;
const isCurrency = ({ kind }: ProductColumn): boolean => kind === 'currency';

/** All columns of a product, in the order of the form: hidden ones by label, but the currency next to the prices. */
const COLUMNS: readonly ProductColumn[] = [
	SKU,
	...FIELDS.filter((column) => !isHidden(column)),
	...FIELDS.filter(isCurrency),
	...FIELDS.filter((column) => isHidden(column) && !isCurrency(column)).sort((one, other) =>
		alphabetical(one.label, other.label),
	),
];

/** All columns, for reading: one that an operation has no place for is reported as not sent, not as unknown. */
export const allColumns: readonly Column[] = COLUMNS.map(({ alsoCalled = [], plainLabel, ...column }) => ({
	...column,
	alsoCalled: [...alsoCalled, plainLabel],
}));

/** The columns that a new product needs. The guide's contract needs fewer. */
export const neededColumns = (contract: Contract, use: ColumnUse): Array<{ id: string; label: string }> =>
	COLUMNS.filter((column) => isNeeded(column, contract, use));

/** The columns that the form offers. */
export const supportedColumns = (contract: Contract, use: ColumnUse): Column[] =>
	COLUMNS.filter(
		({ guide, notFor }) => (contract.supports('product.details') || guide !== undefined) && !notFor?.includes(use),
	).map((column) => ({
		...column,
		required: isNeeded(column, contract, use),
		options: optionsOf(column),
	}));

const isNeeded = ({ id, needed = [] }: ProductColumn, contract: Contract, use: ColumnUse): boolean => {
	if (use === 'update') return false;
	if (use === 'upsert') return id === 'sku';
	return needed.includes(use) && (contract.supports('product.needsBrand') || id !== 'brand');
};

function optionsOf({ kind }: ProductColumn): Column['options'] {
	if (kind === 'currency') return currencies().map(({ code, name }) => ({ name: `${code} – ${name}`, value: code }));
	if (kind === 'country') return countries().map(({ code, name }) => ({ name, value: code }));
	return undefined;
}
