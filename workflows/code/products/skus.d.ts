export function trimmed(value: unknown): string;
export function folded(sku: unknown): string;
export function isGiven(value: unknown): boolean;
export function countsOf(texts: readonly string[]): Map<string, number>;
export function withoutZeros(code: unknown): string;
export function finderOf<Row extends { sku?: unknown }>(products: readonly Row[]): (sku: unknown) => Row[];
