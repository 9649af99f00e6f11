import type { IDataObject } from 'n8n-workflow';
import type { BatchItem } from '../../../shared/batch/types';
import { InputError } from '../../../shared/domain/inputError';
import type { CodeTable } from '../../../shared/domain/mapping/codeTable';
import { entriesOf, nearCodes } from '../../../shared/domain/mapping/mapCode';
import { foldName } from '../../../shared/domain/mapping/target';
import { type OrderTax, type TaxableLine, readRate, splitTax } from '../../../shared/domain/mapping/tax';
import { excerpt } from '../../../shared/domain/values/text';
import { jsonRows } from '../../../shared/n8n/read/jsonRows';
import type { Fields } from '../../../shared/n8n/read/params';
import { type PassedItem, passOperation } from '../../../shared/n8n/run/operation';
import { OUTPUTS } from '../../mapping/kind';
import { textOfInput, unmappedFields } from '../../mapping/mapItems';
import { readOutputField, remarkOnReplaced, replacedIn } from '../../mapping/outputField';
import { readSettings } from '../../mapping/settings';

export const TAX_FORMS = ['rate', 'amount', 'code'] as const;

interface Line extends TaxableLine {
	/** The line as it came. */
	given: Record<string, unknown>;
}

interface TaxWork {
	tax: OrderTax | { code: string };
	lines: Line[];
	isInclusive: boolean;
	places: number;
}

type TaxInput = { field: string; replaces: string[] } & ({ work: TaxWork } | { unusable: string });

/** The decimal places of most currencies. */
const CENTS = 2;

export const mapTax = passOperation<TaxInput>({
	failedOutput: OUTPUTS.unmapped,
	read: (fields) => {
		const field = readOutputField(fields);
		const replaces = replacedIn(fields);
		try {
			return { field, replaces, work: readWork(fields) };
		} catch (error) {
			return { field, replaces, unusable: textOfInput(error) };
		}
	},
	async *run(_manager, inputs, options) {
		const usesTable = inputs.some(({ value }) => 'work' in value && 'code' in value.work.tax);
		const { tables, candidates, isValueOnly } = readSettings(options, foldName, usesTable);
		const one = ({ index, value }: BatchItem<TaxInput>): PassedItem => {
			if ('unusable' in value) return unmapped(index, value.unusable);
			const { tax, lines, ...how } = value.work;
			try {
				const order = 'code' in tax ? { rate: rateOf(tax.code, tables) } : tax;
				const split = splitTax(lines, order, how);
				const whole = lines.map(({ given }, at) => ({ ...given, ...split.lines[at] }));
				const details = { tax: split.tax, ...('rate' in order ? { rate: order.rate } : {}), lines: whole };
				return {
					index,
					output: OUTPUTS.mapped,
					adds: { [value.field]: isValueOnly ? whole : details } as IDataObject,
				};
			} catch (error) {
				const near = 'code' in tax ? nearRates(tax.code, tables, candidates) : [];
				return unmapped(index, textOfInput(error), near);
			}
		};
		const replaced = new Set<string>();
		for (const input of inputs) {
			const done = one(input);
			if (done.output === OUTPUTS.unmapped) for (const name of input.value.replaces) replaced.add(name);
			yield await Promise.resolve(done);
		}
		remarkOnReplaced(options, replaced);
	},
});

const unmapped = (index: number, reason: string, candidates: readonly object[] = []): PassedItem => ({
	index,
	output: OUTPUTS.unmapped,
	adds: unmappedFields(reason, candidates),
});

/** @throws InputError naming the field */
function readWork(fields: Fields): TaxWork {
	const decimals = fields.inside('options').text('decimalPlaces');
	return {
		tax: readTax(fields),
		lines: readLines(fields),
		isInclusive: fields.flag('pricesIncludeTax'),
		places: decimals === undefined ? CENTS : fields.inside('options').quantity('decimalPlaces', 'Decimal Places', 0),
	};
}

function readTax(fields: Fields): TaxWork['tax'] {
	switch (fields.choice('taxGivenAs', 'Tax Given As', TAX_FORMS, 'rate')) {
		case 'amount':
			return { amount: needed(fields.amount('taxAmount', 'Tax Amount'), 'Tax Amount') };
		case 'code':
			return { code: needed(fields.code('code', 'Tax Code'), 'Tax Code') };
		case 'rate':
			return { rate: readRate(fields.raw('taxRate'), 'Rate (%)') };
	}
}

function readLines(fields: Fields): Line[] {
	const [quantity, price] = [
		fields.required('quantityField', 'Quantity Field'),
		fields.required('priceField', 'Unit Price Field'),
	];
	const discount = fields.text('discountField', 'Discount Field');
	const remedy = 'Use an expression such as {{ $json.lines }}, or a JSON list of objects.';
	const rows = jsonRows(fields, 'lines', 'Order Lines', remedy);
	if (rows.length === 0) throw new InputError('Order Lines', 'The order has no lines.', remedy);
	return rows.map((row, at) => {
		const place = `Order Lines, line ${at + 1}`;
		return {
			given: Object.fromEntries(row.names().map((name) => [name, row.raw(name)])),
			quantity: needed(row.amount(quantity, `${place}, ${quantity}`), `${place}, ${quantity}`),
			unitPrice: needed(row.amount(price, `${place}, ${price}`), `${place}, ${price}`),
			discount: discount === undefined ? 0 : (row.amount(discount, `${place}, ${discount}`) ?? 0),
		};
	});
}

function needed<T>(value: T | undefined, label: string): T {
	if (value !== undefined) return value;
	throw new InputError(label, 'This required field is empty.', 'Map it to a field of the incoming item.');
}

/** The rate that the tables have for a code. @throws InputError */
function rateOf(code: string, tables: readonly CodeTable[]): number {
	const [entry, ...others] = entriesOf(code, tables);
	const named = `“${excerpt(code)}”`;
	if (!entry) throw new InputError('Tax Code', `No table has the code ${named}.`, 'Correct it, or add it to a table.');
	if (others.length === 0) return readRate(entry.value, `Rate of ${named}`);
	throw new InputError('Tax Code', `The code ${named} has several rates.`, 'Remove all but one of them.');
}

const nearRates = (code: string, tables: readonly CodeTable[], candidates: number): object[] =>
	nearCodes(code, { tables, candidates }).map(({ code: erpCode, value }) => ({ code: erpCode, rate: value }));
