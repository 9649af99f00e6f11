import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** One of the ERP's files: its header and its rows. */
export interface Table {
	header: string[];
	rows: string[][];
}
export type Tables = Record<FileName, Table>;
export const NAMES = ['orders', 'order-details', 'products', 'shippers'] as const;
export type FileName = (typeof NAMES)[number];

/** How files are written. */
export interface Writing {
	separator: string;
	lineBreak: string;
	encode: (text: string) => Buffer;
	/** Before the header. */
	top: string;
	pad: string;
	header: (name: string) => string;
	quoteAll: boolean;
}

export const PLAIN: Writing = {
	separator: ',',
	lineBreak: '\n',
	encode: (text) => Buffer.from(text, 'utf8'),
	top: '',
	pad: '',
	header: (name) => name,
	quoteAll: false,
};

/** Letters of Windows-1252 that differ from Latin 1 and occur in names. */
const WINDOWS_1252: Record<string, number> = {
	'€': 0x80,
	'‚': 0x82,
	'„': 0x84,
	'…': 0x85,
	Š: 0x8a,
	Œ: 0x8c,
	Ž: 0x8e,
	'‘': 0x91,
	'’': 0x92,
	'“': 0x93,
	'”': 0x94,
	'–': 0x96,
	'—': 0x97,
	š: 0x9a,
	œ: 0x9c,
	ž: 0x9e,
};
export const windows1252 = (text: string): Buffer =>
	Buffer.from(
		[...text].map((letter) => {
			const code = WINDOWS_1252[letter] ?? letter.codePointAt(0) ?? 0;
			if (code > 0xff) throw new Error(`${letter} is not in Windows-1252`);
			return code;
		}),
	);
export const utf16 = (text: string, bigEndian = false): Buffer =>
	bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');
/** Reads the files of a folder as they are known to be: commas, UTF-8; cells too many belong to the street. */
export function readTables(folder: string): Tables {
	const table = (name: FileName): Table => {
		const [header = [], ...rows] = parse(readFileSync(path.join(folder, `${name}.csv`), 'utf8'), {
			relax_column_count: true,
			skip_empty_lines: true,
		}) as string[][];
		const street = header.indexOf('shipAddress');
		return {
			header,
			rows: rows.map((row) => {
				const surplus = row.length - header.length;
				return surplus > 0
					? [
							...row.slice(0, street),
							row.slice(street, street + surplus + 1).join(','),
							...row.slice(street + surplus + 1),
						]
					: row;
			}),
		};
	};
	return Object.fromEntries(NAMES.map((name) => [name, table(name)])) as Tables;
}

export function write(
	{ header, rows }: Table,
	{ separator, lineBreak, encode, top, pad, quoteAll, header: spell }: Writing,
): Buffer {
	const cell = (text: string): string =>
		quoteAll || text.includes(separator) || /["\n\r]/.test(text)
			? `"${text.replaceAll('"', '""')}"`
			: `${pad}${text}${pad}`;
	return encode(
		top + [header.map(spell), ...rows].map((row) => row.map(cell).join(separator)).join(lineBreak) + lineBreak,
	);
}
