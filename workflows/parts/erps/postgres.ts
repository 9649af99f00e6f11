import { type ErpParts, setting } from '../erp';
import type { Step } from '../step';

/** A SELECT of n8n's own node. The user chooses the credential. */
const select = (name: string, query: string): Step => ({
	name,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.6,
	parameters: { operation: 'executeQuery', query: `=${query}`, options: {} },
	alwaysOutputData: true,
});

/** Every ERP that is reached through its database; the names are those of Northwind's tables. */
export const postgres: ErpParts = {
	folder: 'postgres',
	title: 'PostgreSQL',
	tested: 'against the product',
	settings: [
		{ name: 'ordersSince', value: '1996-01-01' },
		{ name: 'currency', value: 'USD' },
		{ name: 'postalCodeIfNone', value: '00000' },
	],
	before: [
		'*Settings*: the date from which orders are read, the currency, and what to send if an address has no postal code (Extensiv requires one).',
		"*Read orders*: choose the credential of your ERP's database, and change the query if your tables have other names.",
	],
	orders: {
		note:
			'One row for each line of an order. The query gives each column the name that the next step expects: change what is left ' +
			'of `AS`, keep what is right of it.',
		steps: [
			select(
				'Read orders',
				`SELECT o.order_id AS "erpId",
       o.order_id AS "orderNumber",
       to_char(o.order_date, 'YYYY-MM-DD') AS "orderDate",
       to_char(o.required_date, 'YYYY-MM-DD') AS "requiredDate",
       o.ship_name AS "recipientName",
       o.ship_address AS "street1",
       o.ship_city AS "city",
       o.ship_region AS "state",
       coalesce(nullif(o.ship_postal_code, ''), '{{ ${setting('postalCodeIfNone')} }}') AS "postalCode",
       o.ship_country AS "country",
       s.company_name AS "shippingService",
       o.freight AS "shippingCost",
       d.product_id::text AS "sku",
       p.product_name AS "productName",
       d.quantity AS "quantity",
       d.unit_price AS "unitPrice",
       round((d.unit_price * d.quantity * d.discount)::numeric, 2) AS "discount"
  FROM orders o
  LEFT JOIN order_details d ON d.order_id = o.order_id
  LEFT JOIN products p ON p.product_id = d.product_id
  LEFT JOIN shippers s ON s.shipper_id = o.ship_via
 WHERE o.order_date >= '{{ ${setting('ordersSince')} }}'
 ORDER BY o.order_id, d.product_id`,
			),
		],
	},
};
