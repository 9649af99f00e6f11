import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { IDLE } from '../executions';
import { extensiv, ifTrue, manualTrigger, setFields } from '../steps/n8nSteps';
import { writeAll } from '../steps/postgresSteps';
import type { Step } from '../step';
import { callWorkflow, calledByOthers } from '../steps/subWorkflows';

const PORTION = 'When a portion is wanted';
const NEXT_ORDERS = 'Next portion of orders';
const NEXT_PARCELS = 'Next portion of parcels';

/** Flow 13: all orders and shipments into PostgreSQL. */
export function backFill(): Workflow {
	return workflowOf(
		'All Extensiv orders and shipments to PostgreSQL',
		'Copies all orders and shipments into the tables `extensiv_orders` and `extensiv_shipments`, which it makes itself: for reports, ' +
			'or to begin with. The workflow calls itself for each portion, so that n8n frees the memory in between. Run it again as often ' +
			'as you like: existing rows are updated.\n\n' +
			'**Before the first run**\n1. *Settings*: since when, and how many at a time.\n' +
			'2. *Read orders* and *Read parcels*: choose your credential of Extensiv. *Write orders* and *Write parcels*: that of your ' +
			'database.\n3. Save the workflow.',
		[
			{
				title: 'One portion after the other',
				note:
					'First all orders, then all shipments, until a portion is empty. Orders and shipments that come in meanwhile are left to the next run.\n\n' +
					'If a run breaks off, start again: existing rows are updated, missing ones are added.',
				steps: [
					manualTrigger(),
					setFields('Settings', [
						{ name: 'since', value: '2020-01-01' },
						{ name: 'portion', value: 2000 },
						{ name: 'until', value: '={{ $now.toISO() }}' },
						{ name: 'position', value: '' },
					]),
					setFields('Orders', [{ name: 'kind', value: 'orders' }], { keepOthers: true }),
					itself(NEXT_ORDERS),
					setFields('Until there are no more orders', [], { keepOthers: true }),
					setFields('Parcels', [{ name: 'kind', value: 'parcels' }], { keepOthers: true }),
					itself(NEXT_PARCELS),
					setFields('Until there are no more parcels', [], { keepOthers: true }),
				],
				links: [
					{ from: 'Start', to: 'Settings' },
					{ from: 'Settings', to: 'Orders' },
					{ from: 'Orders', to: NEXT_ORDERS },
					{ from: NEXT_ORDERS, to: 'Until there are no more orders' },
					{ from: 'Until there are no more orders', to: NEXT_ORDERS },
					{ from: 'Settings', to: 'Parcels' },
					{ from: 'Parcels', to: NEXT_PARCELS },
					{ from: NEXT_PARCELS, to: 'Until there are no more parcels' },
					{ from: 'Until there are no more parcels', to: NEXT_PARCELS },
				],
			},
			{
				title: 'One portion',
				note:
					'Keep *Continue At* and the dates as they are. *Filters* of your own must stay the same until the end.\n\n' +
					'The column `data` has the whole order, with its lines.\n\n' +
					'**Not read** ends the run and names what Extensiv gives in a way that cannot be read: a copy with gaps is no copy.',
				apart: true,
				steps: [
					calledByOthers(PORTION),
					ifTrue('Orders?', "={{ $json.kind === 'orders' }}"),
					readOrders,
					writeOrders,
					whereItStopped('Last order', readOrders.name),
					readParcels,
					writeParcels,
					whereItStopped('Last parcel', readParcels.name),
					notRead,
				],
				links: [
					{ from: PORTION, to: 'Orders?' },
					{ from: 'Orders?', to: readOrders.name },
					{ from: readOrders.name, to: writeOrders.name },
					{ from: writeOrders.name, to: 'Last order' },
					{ from: 'Orders?', output: 1, to: readParcels.name },
					{ from: readParcels.name, to: writeParcels.name },
					{ from: writeParcels.name, to: 'Last parcel' },
					{ from: readOrders.name, output: 1, to: notRead.name },
					{ from: readParcels.name, output: 1, to: notRead.name },
				],
			},
		],
		IDLE,
	);
}

/** What is left out must not pass without a word. */
const notRead: Step = {
	name: 'Not read',
	type: 'n8n-nodes-base.stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: "={{ [$json.error, $json.message].filter(Boolean).join(' ') }}" },
};

const itself = (name: string): Step => callWorkflow(name, '={{ $workflow.id }}');

const readOrders = extensiv(
	'Read orders',
	'Orders',
	{
		resource: 'order',
		operation: 'getAll',
		returnAll: false,
		limit: '={{ $json.portion }}',
		output: 'fields',
		fields: [
			'orderId',
			'orderNumber',
			'status',
			'lifecycle',
			'orderDate',
			'salesChannel',
			'shipTo',
			'lines',
			'total',
			'currency',
		],
		filters: { createdFrom: '={{ $json.since }}', createdTo: '={{ $json.until }}' },
		options: { continueAt: '={{ $json.position }}' },
	},
	{ onError: 'continueErrorOutput' },
);

const readParcels = extensiv(
	'Read parcels',
	'Shipments',
	{
		resource: 'shipment',
		operation: 'getAll',
		dateField: 'created',
		from: '={{ $json.since }}',
		to: '={{ $json.until }}',
		returnAll: false,
		limit: '={{ $json.portion }}',
		output: 'fields',
		fields: ['shipmentId', 'orderId', 'orderNumber', 'carrier', 'trackingNumber', 'shipDate', 'type', 'deliveryStatus'],
		filters: {},
		options: { continueAt: '={{ $json.position }}' },
	},
	{ onError: 'continueErrorOutput' },
);

/** Orders that are missing an ID, which the service should not give, would end the run: nothing is left out without a word. */
const writeOrders = writeAll(
	'Write orders',
	`CREATE TABLE IF NOT EXISTS extensiv_orders (
  order_id text PRIMARY KEY,
  order_number text,
  status text,
  lifecycle text,
  order_date timestamptz,
  total numeric,
  currency text,
  data jsonb NOT NULL,
  read_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO extensiv_orders (order_id, order_number, status, lifecycle, order_date, total, currency, data)
SELECT DISTINCT ON (one ->> 'orderId') one ->> 'orderId', one ->> 'orderNumber', one ->> 'status', one ->> 'lifecycle',
       (one ->> 'orderDate')::timestamptz, (one ->> 'total')::numeric, one ->> 'currency', one - 'position'
  FROM jsonb_array_elements($1::jsonb) AS one
    ON CONFLICT (order_id) DO UPDATE
   SET order_number = excluded.order_number, status = excluded.status, lifecycle = excluded.lifecycle,
       order_date = excluded.order_date, total = excluded.total, currency = excluded.currency, data = excluded.data,
       read_at = now();
SELECT count(*)::integer AS "inTable" FROM extensiv_orders`,
);

const writeParcels = writeAll(
	'Write parcels',
	`CREATE TABLE IF NOT EXISTS extensiv_shipments (
  shipment_id text PRIMARY KEY,
  order_id text,
  order_number text,
  carrier text,
  tracking_number text,
  ship_date timestamptz,
  type text,
  delivery_status text,
  read_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO extensiv_shipments (shipment_id, order_id, order_number, carrier, tracking_number, ship_date, type, delivery_status)
SELECT DISTINCT ON (one ->> 'shipmentId') one ->> 'shipmentId', one ->> 'orderId', one ->> 'orderNumber',
       one ->> 'carrier', one ->> 'trackingNumber', (one ->> 'shipDate')::timestamptz, one ->> 'type',
       one ->> 'deliveryStatus'
  FROM jsonb_array_elements($1::jsonb) AS one
    ON CONFLICT (shipment_id) DO UPDATE
   SET order_id = excluded.order_id, order_number = excluded.order_number, carrier = excluded.carrier,
       tracking_number = excluded.tracking_number, ship_date = excluded.ship_date, type = excluded.type,
       delivery_status = excluded.delivery_status, read_at = now();
SELECT count(*)::integer AS "inTable" FROM extensiv_shipments`,
);

/** What the next portion begins with. */
const whereItStopped = (name: string, read: string): Step =>
	codeFrom(
		name,
		[],
		`return [{ json: { ...$('${PORTION}').first().json, position: $('${read}').all().at(-1).json.position } }];`,
	);
