import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { deleteCredential, deleteWorkflow, importWorkflow, runWorkflow, type SavedCredential } from '../../host';
import { publishWorkflow, unpublishWorkflow } from '../../host/publish';
import type { Rest } from '../../host/rest';
import { type Sandbox, startSandbox } from '../../sandbox';
import { reconciliationOf } from '../reconciliationOf';
import { sharedHost } from '../sharedHost';
import { calling, callWith } from './support/calling';
import { DataTable } from './support/dataTable';
import { extensivCredential, type Flow, importFlow, NEVER } from './support/flow';
import { reportOf } from './support/reporting';

const LOOK = 'Every 5 minutes';
const WEBHOOK = 'alerts-of-the-test';

const step = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>, more = {}) => ({
	id: name,
	name,
	type,
	typeVersion,
	parameters,
	position: [0, 0],
	...more,
});

const linked = (...names: string[]): Record<string, unknown> =>
	Object.fromEntries(
		names.slice(1).map((name, at) => [names[at], { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	);

/** A workflow that reads something whenever its address is called. Its failures start `errorWorkflow`. */
const reading = (credential: SavedCredential, errorWorkflow: string) => ({
	name: 'Reads warehouses',
	nodes: [
		step('Called', 'n8n-nodes-base.webhook', 2, { path: WEBHOOK, responseMode: 'onReceived' }, { webhookId: WEBHOOK }),
		step(
			'Read',
			'n8n-nodes-extensiv-om.extensivWarehouses',
			1,
			{ resource: 'warehouse', operation: 'getAll', returnAll: true, options: { maxTries: 1 } },
			{ credentials: { [credential.type]: { id: credential.id, name: credential.name } } },
		),
	],
	connections: linked('Called', 'Read'),
	settings: { executionOrder: 'v1', errorWorkflow },
});

/** What a reconciliation reports. */
const DIFFERENCES = ['10250', '10251'].map((orderNumber) => ({
	orderNumber,
	outcome: 'neverArrived',
	workflow: 'Finds differences',
}));

describe('Alerts', () => {
	let rest: Rest;
	let sandbox: Sandbox;
	let credential: SavedCredential;
	let alerts: Flow;
	let events: DataTable;
	let incidents: DataTable;
	/** Newest first. */
	const ends: Array<() => Promise<unknown>> = [];

	const published = async (id: string): Promise<string> => {
		ends.unshift(async () => await deleteWorkflow(rest, id));
		await publishWorkflow(rest, id);
		ends.unshift(async () => await unpublishWorkflow(rest, id));
		return id;
	};

	beforeAll(async () => {
		({ rest } = await sharedHost());
		sandbox = await startSandbox();
		ends.unshift(sandbox.close);
		credential = await extensivCredential(rest, sandbox);
		ends.unshift(async () => await deleteCredential(rest, credential));
		const table = (name: string): DataTable => new DataTable(rest, `Extensiv ${name}`);
		[events, incidents] = [table('events'), table('incidents')];
		const tables = [events, incidents, table('failures'), table('reconciliations')];
		// What other tests left there would be said as well.
		for (const one of tables) await one.remove();
		ends.unshift(...tables.map((one) => async () => await one.remove()));
		alerts = await importFlow(rest, 'common/alerts.json', {
			credentials: [credential],
			settings: { quietMinutesOfDifferences: 0 },
			parameters: { [LOOK]: NEVER },
		});
		await published(alerts.id);
		await published(await importWorkflow(rest, reading(credential, alerts.id)));
	});
	afterAll(async () => {
		for (const end of ends) await end();
	});

	/** Runs the workflow that reads, and waits until its failure was noted. */
	const failOnce = async (): Promise<void> => {
		const before = (await events.all()).length;
		await axios.get(`${rest.url}/webhook/${WEBHOOK}`, { proxy: false });
		for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(200))
			if ((await events.all()).length > before) return;
		throw new Error('The failure was not noted within a minute');
	};
	/** What leaves: the step after *Message* sends it. */
	const messages = async (): Promise<Array<Record<string, unknown>>> => (await alerts.run(LOOK)).output('Message');

	it('sends one message, however often executions fail because the service is down', async () => {
		sandbox.control.faults([{ kind: '503' }]);
		await failOnce();
		await failOnce();
		expect(await messages()).toEqual([
			{
				kind: 'alert',
				class: 'serviceDown',
				subject: 'Extensiv alert: the service does not answer',
				text: expect.stringMatching(/Read: .*503[\s\S]*Workflow: Reads warehouses[\s\S]*Execution: http/),
			},
		]);
		expect(await events.all()).toEqual([]);
	});

	it('sends no more while it stays down, and counts on', async () => {
		await failOnce();
		expect(await messages()).toEqual([]);
		expect(await messages()).toEqual([]);
		expect(await incidents.all()).toEqual([
			expect.objectContaining({ state: 'open', events: 3, class: 'serviceDown' }),
		]);
	});

	it('says once that it is resolved, after the service is up again', async () => {
		sandbox.control.faults([]);
		expect(await messages()).toEqual([
			expect.objectContaining({ kind: 'resolved', subject: 'Extensiv resolved: the service does not answer' }),
		]);
		expect(await messages()).toEqual([]);
		expect(await incidents.all()).toEqual([expect.objectContaining({ state: 'resolved', events: 3 })]);
	});

	it('takes an authentication failure for another incident', async () => {
		sandbox.control.faults([{ kind: 'answer', response: { status: 401, body: { message: 'Unauthorized' } } }]);
		await failOnce();
		expect(await messages()).toEqual([expect.objectContaining({ kind: 'alert', class: 'authentication' })]);
		expect(await messages()).toEqual([]);
		sandbox.control.faults([]);
		expect(await messages()).toEqual([expect.objectContaining({ kind: 'resolved', class: 'authentication' })]);
	});

	it('sends one message for all differences that a workflow reports, and ends it when none come any more', async () => {
		const reconciliation = await importWorkflow(rest, calling(alerts.id, DIFFERENCES));
		ends.unshift(async () => await deleteWorkflow(rest, reconciliation));
		const run = await runWorkflow(rest, reconciliation, 'Start');
		expect(run.status).toBe('success');
		expect(await messages()).toEqual([
			expect.objectContaining({
				kind: 'alert',
				class: 'discrepancy',
				subject: 'Extensiv alert: numbers differ (Finds differences)',
			}),
		]);
		expect(await messages()).toEqual([expect.objectContaining({ kind: 'resolved', class: 'discrepancy' })]);
		expect(await messages()).toEqual([]);
	});

	it('sends one message for 100 items of a flow that failed, and one when all of them got through', async () => {
		const failures = await importFlow(rest, 'common/failures.json', { credentials: [] });
		await published(failures.id);
		const keys = Array.from({ length: 100 }, (_, at) => `${90_000 + at}`);
		await callWith(rest, failures.id, [reportOf('ERP orders', keys)]);
		const said = await messages();
		expect(said).toEqual([
			{
				kind: 'alert',
				class: 'failedItems',
				subject: 'Extensiv alert: items failed (ERP orders)',
				text: expect.stringMatching(/100 items failed\..*Atlantis[\s\S]*Correct the country/),
			},
		]);
		expect(JSON.stringify(said)).not.toMatch(/Jane|Orchard/);
		await callWith(rest, failures.id, [reportOf('ERP orders', [], keys.slice(1))]);
		expect(await messages()).toEqual([]);
		await callWith(rest, failures.id, [reportOf('ERP orders', [], keys)]);
		expect(await messages()).toEqual([
			expect.objectContaining({ kind: 'resolved', subject: 'Extensiv resolved: items failed (ERP orders)' }),
		]);
		expect(await messages()).toEqual([]);
	});

	it('sends one message when the nightly reconciliation finds differences, and one when it finds none', async () => {
		const inExtensiv = (quantity: number): void => {
			sandbox.control.reset();
			sandbox.control.seed({
				products: [{ sku: 'MUG' }],
				orders: ['R-1', 'R-2'].map((orderNumber) => ({ orderNumber, items: [{ sku: 'MUG', quantity }] })),
			});
		};
		const reconciled = reconciliationOf(
			['R-1', 'R-2'].map((orderNumber) => ({ orderNumber, sku: 'MUG', quantity: 2 })),
		);
		const id = await importWorkflow(rest, reconciled(credential));
		ends.unshift(async () => await deleteWorkflow(rest, id));
		inExtensiv(5);
		expect((await runWorkflow(rest, id, 'Start')).status).toBe('success');
		expect(await messages()).toEqual([
			{
				kind: 'alert',
				class: 'discrepancy',
				subject: 'Extensiv alert: numbers differ (Test and Extensiv reconciled)',
				text: expect.stringMatching(/Orders: 0 of 2 are equal \(0 %\): R-1: lines differ; R-2: lines differ/),
			},
		]);
		expect(await messages()).toEqual([]);
		inExtensiv(2);
		expect((await runWorkflow(rest, id, 'Start')).status).toBe('success');
		expect(await messages()).toEqual([expect.objectContaining({ kind: 'resolved', class: 'discrepancy' })]);
		expect(await messages()).toEqual([]);
	});
});
