import type { ExtensivItem, ExtensivProductItem } from '../../parts/shapes';
import type { Response, TrytonRecord } from './answers';
import type { Call } from './calls';

export interface TrytonCatalogue {
	products: readonly TrytonRecord[];
	company: { id: number; currency: string };
	/** ID of the unit of new products. */
	unit: number;
}

export interface Planned<Item> {
	item: Item;
	about?: string;
	problem?: string;
	remedy?: string;
	todo?: Array<Call<Item>>;
}

type Products = Map<string, TrytonRecord[]>;
interface Changes {
	template: Record<string, unknown>;
	variant: Record<string, unknown>;
}

export function catalogueOf(
	responses: Record<'currency' | 'unit' | 'products', Response>,
	settings: { unit?: unknown },
): TrytonCatalogue;
export function byCode(products: readonly TrytonRecord[]): Products;
/** What a user allows, as in Settings. */
export interface Allowed {
	changeExisting: unknown;
	changeCost?: unknown;
}
interface Rights {
	overwrite: boolean;
	cost: boolean;
}

export function rightsOf(settings: Allowed): Rights;
export function objectionTo(
	item: Partial<ExtensivProductItem>,
	found: readonly TrytonRecord[],
	company: TrytonCatalogue['company'],
): [problem: string, remedy: string] | undefined;
export function newTemplate(
	item: object,
	tryton: TrytonCatalogue,
	type: 'goods' | 'kit',
	more?: object,
): Record<string, unknown>;
export function changesOf(item: object, product: TrytonRecord, rights: Rights): Changes;
export function changeCalls<Item>(product: TrytonRecord, changes: Changes, context: object): Array<Call<Item>>;
export function tasksOf<Item extends ExtensivItem>(planned: ReadonlyArray<Planned<Item>>): Array<Call<Item>>;
export function withoutBadUpc<Item extends { sku: string; upc?: string }>(item: Item): { item: Item; wanted: Item };
export function productCalls(
	items: readonly ExtensivProductItem[],
	tryton: TrytonCatalogue,
	settings: Allowed,
): Array<Call<ExtensivProductItem>>;
