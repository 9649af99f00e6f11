export interface Component {
	sku: string;
	quantity: number | string;
}

export function componentsText(components: readonly Component[]): string;
export function componentsNamed(components: readonly Component[]): string;
