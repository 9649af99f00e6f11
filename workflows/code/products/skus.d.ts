export function trimmed(value: unknown): string;
export function folded(sku: unknown): string;
export function isGiven(value: unknown): boolean;
export function countsOf(texts: readonly string[]): Map<string, number>;
