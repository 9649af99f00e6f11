import { codeFrom } from '../code';
import { type ErpPart, type ProductsBack, setting } from '../erp';
import { asItems } from '../steps/callSteps';
import { ITEMS_OF } from '../failures';
import { code, ifTrue } from '../steps/n8nSteps';
import { select, writeEach } from '../steps/postgresSteps';
import { ITEMS_OF_KIND } from '../shapes';
import type { Chain } from '../step';

/** Reads a table that need not be there: then there are no items. */
const readIfThere = (things: string, table: string, query: string): Chain => {
	const look = select(`Is there a table of ${things}?`, `SELECT to_regclass('${table}') IS NOT NULL AS "isThere"`);
	const isThere = ifTrue(`A table of ${things}?`, '={{ $json.isThere }}');
	const read = select(`Read ${things}`, query);
	const given = {
		...codeFrom(
			`${things[0]?.toUpperCase()}${things.slice(1)} of the ERP`,
			[],
			`${ITEMS_OF}\nreturn itemsOf('${read.name}').${asItems};`,
		),
		alwaysOutputData: true as const,
	};
	return {
		steps: [look, isThere, read, given],
		links: [
			{ from: look.name, to: isThere.name },
			{ from: isThere.name, to: read.name },
			{ from: isThere.name, output: 1, to: given.name },
			{ from: read.name, to: given.name },
		],
	};
};

/** The ERP's bundles. */
export const bundles: ErpPart = {
	note:
		'One row for each component of a bundle, from the table `extensiv_bundle_components`, if you have one: Northwind has no bundles. If yours ' +
		'are elsewhere, change the names in both steps of PostgreSQL.',
	...readIfThere(
		'bundles',
		'extensiv_bundle_components',
		`SELECT b.bundle_sku AS "sku",
       p.product_name AS "name",
       b.sku AS "componentSku",
       b.quantity AS "quantity"
  FROM extensiv_bundle_components b
  LEFT JOIN products p ON lower(p.product_id::text) = lower(b.bundle_sku)
 ORDER BY 1, 3`,
	),
};

/** The ERP's listings. */
export const listings: ErpPart = {
	note:
		'One row for each listing, from the table `extensiv_listings`, if you have one: Northwind has no listings. The channel is its name or ID in ' +
		'Extensiv.',
	...readIfThere(
		'listings',
		'extensiv_listings',
		`SELECT sales_channel AS "salesChannel",
       listing_sku AS "listingSku",
       sku AS "sku"
  FROM extensiv_listings
 ORDER BY 1, 2`,
	),
};

const TABLE_OF_PRODUCTS = `CREATE TABLE IF NOT EXISTS extensiv_products (
  sku text PRIMARY KEY,
  name text,
  brand text,
  upc text,
  weight numeric,
  vendor_cost numeric,
  map_price numeric,
  currency text,
  changed_at timestamptz NOT NULL DEFAULT now()
);`;

/**
 * The ERP's SKUs with an index, for this run: without it, each item would search all products. `id` is the key of the table
 * products.
 */
const KNOWN_SKUS = `DROP TABLE IF EXISTS pg_temp.extensiv_erp_skus;
CREATE TEMP TABLE extensiv_erp_skus AS
  SELECT product_id AS id, product_id::text AS sku, lower(product_id::text) AS folded FROM products;
CREATE INDEX ON extensiv_erp_skus (folded);
ANALYZE extensiv_erp_skus;`;

/** The ERP's SKUs that a SKU may mean: the one that is written like it, or all that differ only in case. */
const meantBy = (sku: string): string => `(SELECT array_agg(k.sku ORDER BY k.sku) FROM extensiv_erp_skus k
          WHERE k.folded = lower(${sku})
            AND (k.sku = ${sku} OR NOT EXISTS (SELECT FROM extensiv_erp_skus e WHERE e.folded = lower(${sku}) AND e.sku = ${sku})))`;

const OVERWRITES = `lower('{{ ${setting('changeExisting')} }}') <> 'false'`;

/** An index of a table that may belong to another user: then the search is slow, but right. */
const indexOn = (table: string, expression: string): string => `DO $index$ BEGIN
  CREATE INDEX IF NOT EXISTS ${table}_folded ON ${table} (${expression});
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $index$;`;

/** Columns of a product as they come. */
const GIVEN = `one ->> 'sku' AS sku, one ->> 'name' AS name, one ->> 'brand' AS brand, one ->> 'upc' AS upc,
         (one ->> 'weight')::numeric AS weight, (one ->> 'cost')::numeric AS cost,
         (one ->> 'price')::numeric AS price, one ->> 'currency' AS currency, one,
         ${OVERWRITES} AS overwrite,
         ${meantBy("(one ->> 'sku')")} AS meant`;

const OBJECTION = `CASE WHEN cardinality(meant) > 1
              THEN 'The ERP has several products for the SKU ' || sku || ': ' || array_to_string(meant, ', ')
                   || '. Give each a SKU of its own, or write one of them as Extensiv does.'
              WHEN meant IS NULL AND name IS NULL
              THEN 'The new product ' || sku || ' has no name in Extensiv. Give it one there.' END`;

/** A column of details as it becomes: what Extensiv does not have stays, and what the ERP has, if it decides. */
const detail = (column: string): string =>
	`CASE WHEN ${OVERWRITES} THEN coalesce(excluded.${column}, t.${column}) ELSE coalesce(t.${column}, excluded.${column}) END`;
const DETAILS = ['name', 'brand', 'upc', 'weight', 'vendor_cost', 'map_price', 'currency'];

/** The parts of a statement that write the product of \`given\`, unless it has a \`problem\`. What Extensiv does not have stays. */
const WRITE_PRODUCT = `added AS (
  INSERT INTO products (product_id, product_name, discontinued)
  SELECT sku, name, 0 FROM given WHERE meant IS NULL AND problem IS NULL
  RETURNING product_id
), noted AS (
  INSERT INTO extensiv_erp_skus SELECT product_id, product_id::text, lower(product_id::text) FROM added
), renamed AS (
  UPDATE products p SET product_name = g.name
    FROM given g JOIN extensiv_erp_skus k ON k.folded = lower(g.sku) AND k.sku = g.meant[1]
   WHERE p.product_id = k.id AND g.problem IS NULL AND g.name <> coalesce(p.product_name, '')
     AND (g.overwrite OR coalesce(p.product_name, '') = '')
  RETURNING 1
), detailed AS (
  INSERT INTO extensiv_products AS t (sku, ${DETAILS.join(', ')})
  SELECT sku, name, brand, upc, weight, cost, price, currency FROM given WHERE problem IS NULL
      ON CONFLICT (sku) DO UPDATE
     SET ${DETAILS.map((column) => `${column} = ${detail(column)}`).join(',\n         ')},
         changed_at = now()
   WHERE (${DETAILS.map((column) => `t.${column}`).join(', ')}) IS DISTINCT FROM
         (${DETAILS.map(detail).join(',\n          ')})
  RETURNING 1
)`;

const outcomeOf = (writes: readonly string[]): string =>
	`SELECT jsonb_build_object('outcome',
         CASE WHEN problem IS NOT NULL THEN 'failed'
              WHEN ${writes.map((write) => `EXISTS (SELECT FROM ${write})`).join(' OR ')} THEN 'done'
              ELSE 'alreadyDone' END, 'problem', problem)
  INTO result
  FROM given`;

const WRITES = ['added', 'renamed', 'detailed'];

const writeProduct = `WITH read AS (
  SELECT ${GIVEN}
    FROM (SELECT item AS one) input
), given AS (
  SELECT *, ${OBJECTION} AS problem FROM read
), ${WRITE_PRODUCT}
${outcomeOf(WRITES)}`;

const TABLE_OF_COMPONENTS = `CREATE TABLE IF NOT EXISTS extensiv_bundle_components (
  bundle_sku text NOT NULL,
  sku text NOT NULL,
  quantity numeric NOT NULL,
  PRIMARY KEY (bundle_sku, sku)
);
${indexOn('extensiv_bundle_components', 'lower(bundle_sku)')}`;

const writeBundle = `WITH read AS (
  SELECT ${GIVEN}
    FROM (SELECT item AS one) input
), part AS (
  SELECT c ->> 'sku' AS sku, (c ->> 'quantity')::numeric AS quantity
    FROM read, jsonb_array_elements(read.one -> 'components') AS c
), missing AS (
  SELECT string_agg(part.sku, ', ') AS skus
    FROM part
   WHERE NOT EXISTS (SELECT FROM extensiv_erp_skus k WHERE k.folded = lower(part.sku))
), given AS (
  SELECT read.*, coalesce(${OBJECTION},
         'The ERP has no product ' || skus || ', of which the bundle ' || sku
         || ' consists. Set products to true in Settings, or add it to the table products. What is inactive in Extensiv does not '
         || 'come by itself.') AS problem
    FROM read, missing
), old AS (
  SELECT t.* FROM extensiv_bundle_components t, given WHERE lower(t.bundle_sku) = lower(given.sku)
), open AS (
  SELECT sku FROM given WHERE problem IS NULL AND (overwrite OR NOT EXISTS (SELECT FROM old))
), ${WRITE_PRODUCT}, removed AS (
  DELETE FROM extensiv_bundle_components t USING open
   WHERE lower(t.bundle_sku) = lower(open.sku)
     AND NOT EXISTS (SELECT FROM part WHERE part.sku = t.sku AND open.sku = t.bundle_sku)
  RETURNING 1
), placed AS (
  INSERT INTO extensiv_bundle_components AS t (bundle_sku, sku, quantity)
  SELECT open.sku, part.sku, part.quantity FROM open, part
      ON CONFLICT (bundle_sku, sku) DO UPDATE SET quantity = excluded.quantity WHERE t.quantity <> excluded.quantity
  RETURNING 1
)
${outcomeOf([...WRITES, 'removed', 'placed'])}`;

const TABLE_OF_LISTINGS = `CREATE TABLE IF NOT EXISTS extensiv_listings (
  listing_id text UNIQUE,
  sales_channel text NOT NULL,
  listing_sku text NOT NULL,
  sku text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
${indexOn('extensiv_listings', 'lower(listing_sku)')}`;

const writeListing = `WITH given AS (
  SELECT one ->> 'listingId' AS id, one ->> 'salesChannel' AS channel, one ->> 'salesChannelId' AS channel_id,
         one ->> 'listingSku' AS listing_sku, one ->> 'sku' AS sku,
         ${OVERWRITES} AS overwrite,
         CASE WHEN NOT EXISTS (SELECT FROM extensiv_erp_skus k WHERE k.folded = lower(one ->> 'sku'))
              THEN 'The ERP has no product ' || (one ->> 'sku') || '. Set products (or bundles) to true in Settings, '
                   || 'or add it to the table products.' END AS problem
    FROM (SELECT item AS one) input
), known AS (
  SELECT t.ctid AS place
    FROM extensiv_listings t, given g
   WHERE t.listing_id = g.id
      OR (lower(t.listing_sku) = lower(g.listing_sku) AND lower(t.sales_channel) IN (lower(g.channel), g.channel_id))
   ORDER BY t.listing_id IS DISTINCT FROM g.id
   LIMIT 1
), added AS (
  INSERT INTO extensiv_listings (listing_id, sales_channel, listing_sku, sku)
  SELECT id, channel, listing_sku, sku FROM given WHERE problem IS NULL AND NOT EXISTS (SELECT FROM known)
  RETURNING 1
), wanted AS (
  SELECT t.ctid AS place, g.id,
         CASE WHEN g.overwrite AND lower(t.sales_channel) NOT IN (lower(g.channel), g.channel_id)
              THEN g.channel ELSE t.sales_channel END AS channel,
         CASE WHEN g.overwrite AND lower(t.listing_sku) <> lower(g.listing_sku)
              THEN g.listing_sku ELSE t.listing_sku END AS listing_sku,
         CASE WHEN g.overwrite AND lower(t.sku) <> lower(g.sku) THEN g.sku ELSE t.sku END AS sku
    FROM extensiv_listings t JOIN known ON known.place = t.ctid, given g
   WHERE g.problem IS NULL
), changed AS (
  UPDATE extensiv_listings t
     SET listing_id = w.id, sales_channel = w.channel, listing_sku = w.listing_sku, sku = w.sku, changed_at = now()
    FROM wanted w
   WHERE t.ctid = w.place
     AND (t.listing_id, t.sales_channel, t.listing_sku, t.sku) IS DISTINCT FROM (w.id, w.channel, w.listing_sku, w.sku)
  RETURNING 1
)
${outcomeOf(['added', 'changed'])}`;

/** A step that writes the items of a kind, and one that says what became of each. */
const writing = (things: string, kind: keyof typeof ITEMS_OF_KIND, tables: string, write: string): Chain => ({
	steps: [
		writeEach(`Write ${things}`, `${KNOWN_SKUS}\n${tables}`, write),
		code(
			`What became of the ${things}`,
			`const given = $('${ITEMS_OF_KIND[kind]}').all();
return $input.all().map(({ json }, item) => ({ json: { ...given[item].json, ...json.result }, pairedItem: item }));`,
		),
	],
});

const OWN_TABLE = 'which is made if it is missing';

/** Products, bundles and listings of Extensiv into Northwind's table and tables of their own. */
export const productsBack: ProductsBack = {
	wanted: { bundles: true, listings: true },
	products: {
		note:
			'SKU and name go into the table `products`; what Northwind has no columns for (brand, UPC, weight, cost, price) goes into ' +
			`\`extensiv_products\`, ${OWN_TABLE}. Change the statement to set columns of your own.`,
		...writing('products', 'product', TABLE_OF_PRODUCTS, writeProduct),
	},
	bundles: {
		note:
			`The bundle becomes a row of \`products\`, its components go into \`extensiv_bundle_components\`, ${OWN_TABLE}. The components of ` +
			'a bundle become those of Extensiv; other bundles stay.',
		...writing('bundles', 'bundle', `${TABLE_OF_PRODUCTS}\n${TABLE_OF_COMPONENTS}`, writeBundle),
	},
	listings: {
		note: `Each listing is a row of \`extensiv_listings\`, ${OWN_TABLE}. A listing that was renamed keeps its row.`,
		...writing('listings', 'listing', TABLE_OF_LISTINGS, writeListing),
	},
};
