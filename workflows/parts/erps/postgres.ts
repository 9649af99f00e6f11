import { type ErpPart, type ErpParts, setting } from '../erp';
import { select, writeAll } from '../steps/postgresSteps';
import { bundles, listings, productsBack } from './postgresProducts';

const COLUMNS = 'The query gives each column the name that the next step expects: change what is left of `AS`.';

const orders: ErpPart = {
	settings: [
		{ name: 'ordersSince', value: '1996-01-01' },
		{ name: 'currency', value: 'USD' },
		{ name: 'postalCodeIfNone', value: '00000' },
	],
	note: `One row for each line of an order. ${COLUMNS}`,
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
       round(d.unit_price::numeric * d.quantity::numeric * d.discount::numeric, 2) AS "discount",
       CASE WHEN o.ship_via IS NOT NULL AND s.shipper_id IS NULL
            THEN 'The shipper ' || o.ship_via || ' is not in the table shippers.' END AS "problem"
  FROM orders o
  LEFT JOIN order_details d ON d.order_id = o.order_id
  LEFT JOIN products p ON p.product_id = d.product_id
  LEFT JOIN shippers s ON s.shipper_id = o.ship_via
 WHERE o.order_date >= '{{ ${setting('ordersSince')} }}'
 ORDER BY o.order_id, d.product_id`,
		),
	],
};

const parcels: ErpPart = {
	note:
		'Each parcel is written once, into the table `extensiv_parcels`, which is made if it is missing. The first parcel of an ' +
		'order sets its `shipped_date`.',
	steps: [
		writeAll(
			'Write parcels',
			`CREATE TABLE IF NOT EXISTS extensiv_parcels (
  shipment_id text PRIMARY KEY,
  order_number text NOT NULL,
  carrier text,
  service text,
  tracking_number text,
  ship_date timestamptz,
  written_at timestamptz NOT NULL DEFAULT now()
);
WITH given AS (
  SELECT one ->> 'shipmentId' AS shipment_id, one ->> 'orderNumber' AS order_number, one ->> 'carrier' AS carrier,
         one ->> 'service' AS service, one ->> 'trackingNumber' AS tracking_number,
         (one ->> 'shipDate')::timestamptz AS ship_date, one
    FROM jsonb_array_elements($1::jsonb) AS one
), written AS (
  INSERT INTO extensiv_parcels (shipment_id, order_number, carrier, service, tracking_number, ship_date)
  SELECT DISTINCT ON (g.shipment_id) g.shipment_id, g.order_number, g.carrier, g.service, g.tracking_number, g.ship_date
    FROM given g JOIN orders o ON o.order_id::text = g.order_number
      ON CONFLICT (shipment_id) DO NOTHING
  RETURNING shipment_id
), shipped AS (
  UPDATE orders o SET shipped_date = first.ship_date
    FROM (SELECT order_number, min(coalesce(ship_date, now())) AS ship_date FROM given GROUP BY order_number) first
   WHERE o.order_id::text = first.order_number AND o.shipped_date IS NULL
)
SELECT g.one ->> 'shipmentId' AS "shipmentId", g.one ->> 'orderId' AS "orderId", g.order_number AS "orderNumber",
       g.carrier AS "carrier", g.service AS "service", g.tracking_number AS "trackingNumber",
       g.one ->> 'shipDate' AS "shipDate",
       CASE WHEN o.order_id IS NULL THEN 'failed' WHEN w.shipment_id IS NULL THEN 'alreadyDone' ELSE 'done' END AS "outcome",
       CASE WHEN o.order_id IS NULL THEN 'The ERP has no order ' || g.order_number
            || '. If it is not the ERP''s, choose its sales channel in the step that reads the parcels.' END AS "problem"
  FROM given g
  LEFT JOIN orders o ON o.order_id::text = g.order_number
  LEFT JOIN written w ON w.shipment_id = g.shipment_id`,
		),
	],
};

const stock: ErpPart = {
	settings: [{ name: 'erpWarehouse', value: 'Main' }],
	note: `One row for each product and warehouse. ${COLUMNS} Northwind has one warehouse, named in **Settings**.`,
	steps: [
		select(
			'Read stock',
			`SELECT product_id::text AS "sku",
       '{{ ${setting('erpWarehouse')} }}' AS "warehouse",
       units_in_stock AS "onHand"
  FROM products
 ORDER BY product_id`,
		),
	],
};

const products: ErpPart = {
	note: `One row for each product. ${COLUMNS} A column that you take out is left alone in Extensiv.`,
	steps: [
		select(
			'Read products',
			`SELECT p.product_id AS "erpId",
       p.product_id::text AS "sku",
       p.product_name AS "name",
       s.company_name AS "brand"
  FROM products p
  LEFT JOIN suppliers s ON s.supplier_id = p.supplier_id
 ORDER BY p.product_id`,
		),
	],
};

const statuses: ErpPart = {
	note:
		'The status of each order goes into the table `extensiv_statuses`, which is made if it is missing: join it to your orders, or ' +
		'change the statement to set a column of your own.',
	steps: [
		writeAll(
			'Write statuses',
			`CREATE TABLE IF NOT EXISTS extensiv_statuses (
  order_number text PRIMARY KEY,
  status text NOT NULL,
  lifecycle text,
  changed_at timestamptz NOT NULL DEFAULT now()
);
WITH given AS (
  SELECT DISTINCT ON (one ->> 'orderNumber') one ->> 'orderNumber' AS order_number, one ->> 'status' AS status,
         one ->> 'lifecycle' AS lifecycle, one ->> 'orderId' AS order_id
    FROM jsonb_array_elements($1::jsonb) AS one
), written AS (
  INSERT INTO extensiv_statuses (order_number, status, lifecycle)
  SELECT g.order_number, g.status, g.lifecycle
    FROM given g JOIN orders o ON o.order_id::text = g.order_number
      ON CONFLICT (order_number) DO UPDATE
     SET status = excluded.status, lifecycle = excluded.lifecycle, changed_at = now()
   WHERE extensiv_statuses.status <> excluded.status
  RETURNING order_number
)
SELECT g.order_id AS "orderId", g.order_number AS "orderNumber", g.status AS "status", g.lifecycle AS "lifecycle",
       CASE WHEN o.order_id IS NULL THEN 'failed' WHEN w.order_number IS NULL THEN 'alreadyDone' ELSE 'done' END AS "outcome",
       CASE WHEN o.order_id IS NULL THEN 'The ERP has no order ' || g.order_number
            || '. If it is not the ERP''s, choose its sales channel in the step that reads the orders.' END AS "problem"
  FROM given g
  LEFT JOIN orders o ON o.order_id::text = g.order_number
  LEFT JOIN written w ON w.order_number = g.order_number`,
		),
	],
};

/** Every ERP that is reached through its database; the names are those of Northwind's tables. */
export const postgres: ErpParts = {
	folder: 'postgres',
	title: 'PostgreSQL',
	tested: 'against the product',
	settings: [],
	before: [
		'*Settings*: enter what differs in your company.',
		"The step of PostgreSQL: choose the credential of your ERP's database, and change the query if your tables have other names.",
	],
	orders,
	parcels,
	stock,
	products,
	bundles,
	listings,
	productsBack,
	statuses,
};
