import type { Chain } from './step';

/** A value that a user sets once, in the step *Settings*; steps read it with `setting`. */
export interface Setting {
	name: string;
	value: string | number | boolean;
}

/** An ERP: how to read from it, and how to write to it. A flow that an ERP has no part for has no template for it. */
export interface ErpParts {
	/** Folder of its templates. */
	folder: string;
	/** Its name in titles and notes. */
	title: string;
	/** Whether the tests run the templates against the product, or only against its published interface. */
	tested: 'against the product' | 'by shape only';
	/** What all of its templates need. */
	settings: Setting[];
	/** What a user prepares before the first run: numbered lines of Markdown. */
	before: string[];
	/** Gives `OrderLineItem`s of the orders that the ERP wants shipped. */
	orders?: ErpPart;
	/** Takes `ParcelItem`s, gives them back with an `ErpResult`. A parcel that the ERP has already is `alreadyDone`. */
	parcels?: ErpPart;
	/** Gives `StockItem`s. */
	stock?: ErpPart;
	/** Gives `ProductItem`s. */
	products?: ErpPart;
	/** Gives `BundleComponentItem`s, if the user wants bundles. Needs `products`. */
	bundles?: ErpPart;
	/** Gives `ListingItem`s, if the user wants listings. Needs `products`. */
	listings?: ErpPart;
	/** How products, bundles and listings of Extensiv come into the ERP. */
	productsBack?: ProductsBack;
	/** Takes `StatusItem`s, gives them back with an `ErpResult`. */
	statuses?: ErpPart;
}

/** Each part takes the items of its kind, and gives them back with an `ErpResult`. */
export interface ProductsBack {
	/** Takes `ExtensivProductItem`s. */
	products: ErpPart;
	/** Takes `ExtensivBundleItem`s, after the products. */
	bundles: ErpPart;
	/** Takes `ExtensivListingItem`s, after the bundles. */
	listings: ErpPart;
	/** What is wanted unless the user says otherwise. */
	wanted: { bundles: boolean; listings: boolean };
}

export interface ErpPart extends Chain {
	/** What only this part needs. */
	settings?: Setting[];
	/** What a user should know about these steps, in Markdown. */
	note: string;
	/** Options of the steps that take the orders: how the ERP writes dates and numbers. */
	nodeOptions?: Readonly<Record<string, string>>;
}

/** What a user should know first about a template that was not run against the product. */
export const testNote = ({ title, tested }: ErpParts): string =>
	tested === 'by shape only'
		? `**Shape-tested, not run against ${title}**: its requests and what it reads were compared with the public documentation ` +
			`of ${title}, but the workflow has not been run against it. Try it with a test company first.\n\n`
		: '';

/** The expression that reads a setting in any step. */
export const setting = (name: string): string => `$('Settings').first().json.${name}`;

/** The settings of a template, each once. */
export const settingsOf = (erp: ErpParts, ...parts: ErpPart[]): Setting[] => {
	const all = [...erp.settings, ...parts.flatMap(({ settings = [] }) => settings)];
	return [...new Map(all.map((one) => [one.name, one])).values()];
};
