import type { ErpRow } from './read-files';

/** One line of an order with all that belongs to it; with a `problem`, the order cannot be sent. */
export interface ErpItem {
	orderID: string;
	problem?: string;
	note?: string;
	[column: string]: string | undefined;
}

export function joinRows(rows: readonly ErpRow[], carriers: Record<string, string>): ErpItem[];
