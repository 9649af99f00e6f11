/** A record as Odoo's `search_read` gives it. */
export type OdooRecord = Record<string, unknown>;

export function given(value: unknown): unknown;
export function idOf(link: unknown): number | undefined;
export function nameOf(link: unknown): string | undefined;
export function timeOf(value: string | false): string | undefined;
export function byId<Of extends OdooRecord>(records: readonly Of[]): Map<number, Of>;
export function idsOf(records: readonly OdooRecord[], field: string): string;
