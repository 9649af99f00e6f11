import type { ErpResult } from '../../parts/shapes';

interface Item<Json> {
	json: Json;
	pairedItem?: { item: number };
}

export function settled<Json>(
	items: ReadonlyArray<Item<Json>>,
	results: ReadonlyArray<Item<Record<string, unknown>>>,
): Array<Json & ErpResult>;
