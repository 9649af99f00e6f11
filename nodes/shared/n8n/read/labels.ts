import { ownValue } from '../../domain/ownValue';

const WORDS: Record<string, string> = {
	sku: 'SKU',
	skus: 'SKUs',
	upc: 'UPC',
	upcs: 'UPCs',
	mpn: 'MPN',
	mpns: 'MPNs',
	id: 'ID',
	ids: 'IDs',
	url: 'URL',
	urls: 'URLs',
	to: 'to',
};

const known = new Map<string, string>();

/** A field's label, from the name of its parameter: `notesToBuyer` → Notes to Buyer. */
export function labelOf(name: string): string {
	const label = known.get(name) ?? wordsIn(name);
	known.set(name, label);
	return label;
}

const wordsIn = (name: string): string =>
	name
		.replace(/([A-Z]|\d+)/g, ' $1')
		.split(/[\s_]+/)
		.filter((word) => word !== '')
		.map((word) => ownValue(WORDS, word.toLowerCase()) ?? word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
