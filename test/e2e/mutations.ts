import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
	type FileName,
	NAMES,
	PLAIN,
	type Table,
	type Tables,
	type Writing,
	readTables,
	utf16,
	windows1252,
	write,
} from './erpWriter';

/** An ERP's files, written differently or with other content. */
export interface Mutation {
	title: string;
	writing?: Partial<Writing>;
	/** Changes the tables; gives the orders that must be refused because of it. */
	change?: (tables: Tables) => string[];
	/** The values themselves are written differently. Whether the node can read them is its own business; every order must be accounted for all the same. */
	values?: true;
}

const spelled = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toUpperCase();

const column = ({ orders, ...others }: Tables, file: FileName, name: string): { table: Table; at: number } => {
	const table = file === 'orders' ? orders : others[file];
	return { table, at: table.header.indexOf(name) };
};
function eachCell(tables: Tables, columns: Array<[FileName, string]>, change: (cell: string) => string): string[] {
	for (const [file, name] of columns) {
		const { table, at } = column(tables, file, name);
		for (const row of table.rows) row[at] = change(row[at] ?? '');
	}
	return [];
}
const AMOUNTS: Array<[FileName, string]> = [
	['orders', 'freight'],
	['order-details', 'unitPrice'],
	['order-details', 'discount'],
];
const DATES: Array<[FileName, string]> = [
	['orders', 'orderDate'],
	['orders', 'requiredDate'],
];
const decimalCommas = (tables: Tables): string[] => eachCell(tables, AMOUNTS, (cell) => cell.replace('.', ','));
const dates =
	(write: (year: string, month: string, day: string) => string) =>
	(tables: Tables): string[] =>
		eachCell(tables, DATES, (cell) =>
			cell.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, (_, year: string, month: string, day: string) =>
				write(year, month, day),
			),
		);
const serial = (year: string, month: string, day: string): string =>
	String(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569);

const numbersOf = ({ orders }: Tables): string[] => orders.rows.map(([number]) => number ?? '');

/** Every tenth order is missing in one file, every tenth (from the fifth on) in the other. */
function missingRows(tables: Tables): string[] {
	const numbers = numbersOf(tables);
	const [headless, lineless] = [0, 5].map((from) => numbers.filter((_, at) => at % 10 === from)) as [
		string[],
		string[],
	];
	tables.orders.rows = tables.orders.rows.filter(([number]) => !headless.includes(number ?? ''));
	tables['order-details'].rows = tables['order-details'].rows.filter(([number]) => !lineless.includes(number ?? ''));
	return [...headless, ...lineless];
}

function surplusRows(tables: Tables): string[] {
	const { orders, 'order-details': details } = tables;
	const [first, second, third] = [0, 1, 2].map((at) => orders.rows[at] as string[]) as [string[], string[], string[]];
	const [line] = details.rows as [string[]];
	orders.rows.push(
		[...second],
		first.map(() => ''),
		['Total', ...first.slice(1).map(() => '')],
	);
	details.rows.unshift(['', ...line.slice(1)]);
	details.rows.push(
		['NO-SUCH-ORDER', ...line.slice(1)],
		[third[0] ?? '', 'one', 'cell', 'too', 'many', 'here'],
		line.map(() => ' '),
	);
	// The first line of the file may belong to the order below it.
	const below = details.rows[1]?.[0] ?? '';
	return [...new Set([second[0] ?? '', third[0] ?? '', below])].concat(
		'Total',
		'NO-SUCH-ORDER',
		'(order-details.csv, line 2)',
	);
}

const BREAK = 'c/o\nGate 3';
function lineBreaks(tables: Tables): string[] {
	const { table, at } = column(tables, 'orders', 'shipAddress');
	for (const row of table.rows) row[at] = `${row[at]}, ${BREAK}`;
	return [];
}

/** What ERPs, spreadsheets and people make of the same files. */
export const MUTATIONS: Mutation[] = [
	{ title: 'UTF-8 with a byte order mark', writing: { top: '\ufeff' } },
	{ title: 'CRLF', writing: { lineBreak: '\r\n' } },
	{ title: 'semicolons', writing: { separator: ';' } },
	{ title: 'tabs', writing: { separator: '\t' } },
	{ title: 'every cell in quotes', writing: { quoteAll: true } },
	{ title: 'blanks around cells and headers', writing: { pad: '  ' } },
	{ title: 'headers in other cases and with blanks', writing: { header: spelled } },
	{ title: 'Windows-1252', writing: { encode: windows1252 } },
	{ title: 'UTF-16 with a byte order mark', writing: { encode: (text) => utf16(`\ufeff${text}`) } },
	{
		title: 'UTF-16, big-endian, with a byte order mark',
		writing: { encode: (text) => utf16(`\ufeff${text}`, true) },
	},
	{ title: 'UTF-16 without a byte order mark', writing: { encode: (text) => utf16(text) } },
	{ title: 'line breaks in cells', change: lineBreaks },
	{ title: 'missing rows', change: missingRows },
	{ title: 'surplus rows', change: surplusRows },
	{ title: 'decimal commas', change: decimalCommas, values: true },
	{ title: 'dates like 04.07.1996', change: dates((year, month, day) => `${day}.${month}.${year}`), values: true },
	{
		title: 'dates like 04/07/1996 (day first)',
		change: dates((year, month, day) => `${day}/${month}/${year}`),
		values: true,
	},
	{
		title: 'dates like 07/04/1996 (month first)',
		change: dates((year, month, day) => `${month}/${day}/${year}`),
		values: true,
	},
	{ title: 'dates as a spreadsheet counts them', change: dates(serial), values: true },
	{
		title: 'a German spreadsheet: sep=;, Windows-1252, CRLF, decimal commas, 04.07.1996',
		writing: { top: 'sep=;\r\n', separator: ';', lineBreak: '\r\n', encode: windows1252 },
		change: (tables) => [...decimalCommas(tables), ...dates((year, month, day) => `${day}.${month}.${year}`)(tables)],
		values: true,
	},
];

/** Writes the files of a folder as a mutation has them; gives the orders that are in them and those that must be refused. */
export function mutate(
	from: string,
	into: string,
	{ writing = {}, change }: Mutation,
): { orders: string[]; refused: string[] } {
	const tables = readTables(from);
	const before = numbersOf(tables);
	const refused = change?.(tables) ?? [];
	mkdirSync(into, { recursive: true });
	for (const name of NAMES)
		writeFileSync(path.join(into, `${name}.csv`), write(tables[name], { ...PLAIN, ...writing }));
	return { orders: [...new Set([...before, ...refused])], refused };
}
