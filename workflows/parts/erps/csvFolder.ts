import { COLUMNS } from '../../code/csvfolder/orders';
import { PRODUCT_COLUMNS } from '../../code/csvfolder/products';
import { STOCK_COLUMNS } from '../../code/csvfolder/stock';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { FILES_TABLE, filesOf, writtenOnce } from '../steps/folderSteps';

const READING =
	'Looks at the files twice, **waitSeconds** apart, until nobody writes them any more. They stay where they are. ' +
	'If your ERP ends its files with a line of its own (such as EOF), enter it as **lastLine**.\n\n' +
	'**Your columns**: your headers for each column, with commas between them; case, spaces and punctuation do not matter.';

const IN = [
	{ name: 'folder', value: '/home/node/.n8n-files/erp' },
	{ name: 'decimalSeparator', value: 'auto' },
	{ name: 'lastLine', value: '' },
	{ name: 'waitSeconds', value: 5 },
];

const orders: ErpPart = {
	settings: [
		...IN,
		{ name: 'orderFiles', value: 'orders*.csv' },
		{ name: 'dateOrder', value: 'auto' },
		{ name: 'currency', value: 'USD' },
		{ name: 'postalCodeIfNone', value: '00000' },
		{ name: 'countryLanguages', value: 'de' },
	],
	note:
		`One row for each line of an order, with the columns of the order in each. ${READING}\n\n` +
		'**dateOrder** (auto, day, month) says what 12/03/2026 means, **decimalSeparator** (auto, comma, point) what 1,250 means. ' +
		'**countryLanguages** (such as `de, fr`): languages of names of countries, besides codes and English names.',
	nodeOptions: {
		dateOrder: `={{ ${setting('dateOrder')} }}`,
		decimalSeparator: `={{ ${setting('decimalSeparator')} }}`,
	},
	...filesOf(
		'orders',
		'orderFiles',
		COLUMNS,
		{
			orderNumber: 'order no, order ID, Auftragsnummer, Bestellnummer, Belegnummer',
			orderDate: 'date, Datum, Auftragsdatum, Bestelldatum, Belegdatum',
			requiredDate: 'deliver by, required by, Liefertermin, Wunschtermin, Lieferdatum',
			recipientName: 'recipient, ship to, ship name, Empfänger, Liefername',
			company: 'Firma',
			street1: 'street, address, ship address, Straße, Strasse',
			street2: 'address 2, Adresszusatz',
			city: 'ship city, Ort, Stadt',
			state: 'region, ship region, Bundesland',
			postalCode: 'zip, zip code, ship postal code, PLZ, Postleitzahl',
			country: 'ship country, Land, Länderkennzeichen',
			phone: 'Telefon',
			email: 'E-Mail',
			shippingService: 'shipping method, carrier, Versandart',
			shippingCost: 'freight, Versandkosten, Fracht',
			currency: 'Währung',
			sku: 'item number, product ID, Artikelnummer, Artikelnr',
			productName: 'Bezeichnung, Artikelbezeichnung',
			quantity: 'qty, Menge, Anzahl',
			unitPrice: 'price, Preis, Einzelpreis, Stückpreis',
			discount: 'discount amount, Rabatt, Rabattbetrag',
		},
		{
			files: ['csvfolder/values.js', 'csvfolder/countries.js', 'csvfolder/orders.js'],
			code: 'ordersOf(rows, settings)',
		},
	),
};

const stock: ErpPart = {
	settings: [...IN, { name: 'stockFiles', value: 'stock*.csv' }, { name: 'erpWarehouse', value: 'Main' }],
	note:
		`One row for each product and warehouse, in one file or one for each warehouse. ${READING}\n\n` +
		'Without a column for the warehouse, all is in **erpWarehouse**.',
	...filesOf(
		'stock',
		'stockFiles',
		STOCK_COLUMNS,
		{
			sku: 'item number, product ID, Artikelnummer, Artikelnr',
			warehouse: 'Lager, Lagerort',
			location: 'Lagerplatz, bin',
			onHand: 'stock, quantity, qty, Bestand, Lagerbestand, Menge',
		},
		{ files: ['csvfolder/values.js', 'csvfolder/rows.js', 'csvfolder/stock.js'], code: 'stockOf(rows, settings)' },
	),
};

const products: ErpPart = {
	settings: [...IN, { name: 'productFiles', value: 'products*.csv' }, { name: 'weightUnit', value: 'oz' }],
	note: `One row for each product. ${READING}\n\nA column that your files do not have is left alone in Extensiv.\n\n**weightUnit**: the unit of your weights (oz, lb, kg, g). Extensiv has ounces.`,
	...filesOf(
		'products',
		'productFiles',
		PRODUCT_COLUMNS,
		{
			sku: 'item number, product ID, Artikelnummer, Artikelnr',
			name: 'product name, Bezeichnung, Artikelbezeichnung',
			brand: 'Marke, Hersteller',
			price: 'Preis, Verkaufspreis, VK-Preis',
			cost: 'Einkaufspreis, EK-Preis',
			upc: 'EAN, GTIN, barcode',
			weight: 'Gewicht',
			currency: 'Währung',
		},
		{
			files: ['csvfolder/values.js', 'csvfolder/rows.js', 'csvfolder/products.js'],
			code: 'productsOf(rows, settings)',
		},
	),
};

const OUT = [
	{ name: 'outFolder', value: '/home/node/.n8n-files/erp/from-extensiv' },
	{ name: 'separator', value: ';' },
	{ name: 'encoding', value: 'Windows-1252' },
	{ name: 'outDateFormat', value: 'dd.MM.yyyy' },
	{ name: 'readyFile', value: false },
];

const WRITING =
	`Each run writes what is new into **one new file**, and nothing else. The data table *${FILES_TABLE}* knows what was ` +
	'written: the lines are noted there before the file is written, and the file as *done* after it. If n8n is stopped in between, the next run writes a file that ' +
	'is cut off again; if the file is gone, its lines fail until you say in the table whether the ERP has them.\n\n' +
	'**readyFile**: writes a file of the same name that ends in `.ready` after each one. An ERP that waits for it never sees half a file.\n\n' +
	'Do not press **Start** while the workflow runs by itself.';

const parcels: ErpPart = {
	settings: OUT,
	note: `**outFolder** gets the files *parcels-….csv*: one line for each parcel. ${WRITING}`,
	...writtenOnce(
		'parcels',
		'parcelLines(items, settings, (iso) => DateTime.fromISO(iso).setZone($now.zoneName).toFormat(settings.outDateFormat))',
	),
};

const statuses: ErpPart = {
	settings: OUT.filter(({ name }) => name !== 'outDateFormat'),
	note: `**outFolder** gets the files *statuses-….csv*: one line whenever the status of an order has changed. ${WRITING}`,
	...writtenOnce('statuses', 'statusLines(items, settings)'),
};

/** Every ERP that writes and reads CSV files. */
export const csvFolder: ErpParts = {
	folder: 'csv-folder',
	title: 'CSV',
	tested: 'against the product',
	settings: [],
	before: [
		'*Settings*: enter the folder. n8n only uses folders that it is allowed to: `.n8n-files` in its home folder, or those of ' +
			'the environment variable `N8N_RESTRICT_FILE_ACCESS_TO`.',
	],
	orders,
	parcels,
	stock,
	products,
	statuses,
};
