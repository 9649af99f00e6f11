import { type ErpRow, readFiles } from '../../workflows/code/read-files';

const DETAILS = 'orderID,productID,quantity,unitPrice\n1,P,2,3.50\n';
export const PRODUCTS = 'productID,productName\nP,Pot\n';
export const SHIPPERS = 'shipperID,companyName\n1,Swift\n';
/** The header of a file of orders. */
export const HEADER = 'orderID,shipName,shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry';

/** The rows that the template makes of a file of orders, beside small files of the other kinds. */
export const readOrders = (
	orders: string | Buffer,
	headersOf: Record<string, string> = {},
	others: Record<string, string | Buffer> = {},
): ErpRow[] =>
	readFiles(
		Object.entries({ orders, 'order-details': DETAILS, products: PRODUCTS, shippers: SHIPPERS, ...others }).map(
			([name, text]) => ({
				name: `${name}.csv`,
				bytes: Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'),
			}),
		),
		headersOf,
	).filter(({ file }) => file === 'orders');
