import { ownValue } from '../../domain/ownValue';

const SPELLINGS: Record<string, string> = {
	id: 'ID',
	ids: 'IDs',
	sku: 'SKU',
	upc: 'UPC',
	mpn: 'MPN',
	map: 'MAP',
	url: 'URL',
	urls: 'URLs',
	rma: 'RMA',
	to: 'to',
	by: 'by',
	from: 'from',
	at: 'at',
};

/** The title of a field: `customField1` → Custom Field 1, `productSku` → Product SKU. */
export const titleOf = (name: string): string =>
	name
		.replace(/([A-Z])|(\d+)/g, ' $1$2')
		.toLowerCase()
		.trim()
		.split(' ')
		.map((word, at) => {
			const spelled = ownValue(SPELLINGS, word);
			const small = spelled === word && at > 0;
			return small
				? word
				: spelled !== undefined && spelled !== word
					? spelled
					: `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
		})
		.join(' ');
