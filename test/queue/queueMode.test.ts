import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packProject, projectFolder, say, secondsSince } from '../host';
import { runCommand } from '../host/command';
import { type Sandbox, startSandbox } from '../sandbox';
import { Random } from '../sandbox/store/random';
import { COLUMBUS } from '../support/parameters';
import { numbered, orderNumberOf, skuOf, stockOf } from './callers';
import { Cluster } from './cluster';
import { QUOTA } from './quota';
import { COUNTS, type Outcome, runScenario, TOTAL } from './scenario';
import { READ_LIMIT } from './shop';

const seed = Number(process.env['QUEUE_SEED'] ?? Date.now() % 1_000_000);
/** What n8n says of an execution whose worker is gone. */
const LOST_WORKER = /failed to be processed too many times/;

const begun = performance.now();
const announce = (line: string): void => say(`queue: ${secondsSince(begun)}, ${line}`);

describe(`${TOTAL} executions on two workers, one of which is killed`, () => {
	let folder: string;
	let sandbox: Sandbox;
	let cluster: Cluster;
	let outcome: Outcome;
	const orders = numbered(COUNTS.orders);

	beforeAll(async () => {
		announce(`seed ${seed} (QUEUE_SEED)`);
		folder = await mkdtemp(path.join(tmpdir(), 'extensiv-pack-'));
		await runCommand('npx', ['gulp', 'build'], { cwd: projectFolder });
		sandbox = await startSandbox();
		cluster = await Cluster.start(await packProject(folder), announce);
		outcome = await runScenario(cluster, sandbox, new Random(seed), announce);
		report(outcome);
	});
	afterAll(async () => {
		await cluster?.remove();
		await sandbox?.close();
		await rm(folder, { recursive: true, force: true });
	});

	it('answers every call with its result', () => {
		expect(outcome.answered).toHaveLength(TOTAL);
		for (const { call, rows } of outcome.answered) {
			if (call.kind === 'order') expect(rows).toMatchObject([{ sku: call.sku, onHand: call.onHand }]);
			else if (call.kind === 'read') expect(rows).toHaveLength(READ_LIMIT);
			else expect(rows).toMatchObject([{ sku: call.sku }]);
		}
	});

	it('loses nothing: every order and every stock level is in the books', () => {
		const { ordersByNumber, stock } = outcome.books;
		expect(orders.filter((at) => ordersByNumber[orderNumberOf(at)] === undefined)).toEqual([]);
		const levels = stock.filter(({ warehouseId }) => warehouseId === Number(COLUMBUS));
		expect(orders.filter((at) => levels.find(({ sku }) => sku === skuOf(at))?.onHand !== stockOf(at))).toEqual([]);
	});

	it('doubles nothing, although killed executions were retried in n8n and their calls made again', () => {
		expect(outcome.books.doubled).toEqual([]);
		expect(orders.filter((at) => outcome.books.ordersByNumber[orderNumberOf(at)] !== 1)).toEqual([]);
	});

	it('breaks executions off, and n8n reports each of them and no other as failed', () => {
		const failed = outcome.failed.map(({ id }) => id);
		const ended = outcome.executions.filter(({ status }) => status === 'success').map(({ id }) => id);
		expect(outcome.interrupted.length).toBeGreaterThan(0);
		expect(outcome.interrupted.filter((id) => !failed.includes(id) && !ended.includes(id))).toEqual([]);
		expect(outcome.failed.filter(({ reason }) => !LOST_WORKER.test(reason))).toEqual([]);
		// Each failure reached whoever had called, who called again.
		expect(outcome.failures).toHaveLength(failed.length);
		expect(outcome.answered.filter(({ tries }) => tries > 1).length).toBeGreaterThan(0);
	});

	it('finishes what n8n shows as crashed when the user presses Retry in time', () => {
		expect(outcome.retried.filter(({ status }) => status !== 'success')).toEqual([]);
	});

	it('keeps the quota that both workers share, and fails no execution because of it', () => {
		const refused = outcome.quota.reduce((sum, use) => sum + use.refused, 0);
		expect(refused).toBeGreaterThan(0);
		for (const [at, { burst, perSecond }] of QUOTA.entries()) {
			const use = outcome.quota[at]!;
			// The log notes arrivals; between arrival and bucket a busy sandbox may take up to a second.
			expect(use.peak).toBeLessThanOrEqual(burst + perSecond);
			// A client that does not wait as long as a 429 says is refused many times for each call.
			expect(use.refused).toBeLessThanOrEqual(use.served);
		}
	});

	it('feeds both workers, the killed one again once it is back', () => {
		for (const { ended } of outcome.workers) expect(ended.length).toBeGreaterThanOrEqual(TOTAL / 10);
		expect(outcome.endedBefore).toBeGreaterThan(0);
		expect(outcome.endedAfter).toBeGreaterThan(0);
	});

	it('brings each new order once from the trigger, which polls in the main process and runs on the workers', () => {
		expect([...outcome.delivered.numbers].sort()).toEqual(orders.map(orderNumberOf).sort());
		const onWorkers = outcome.workers.flatMap((worker) => worker.begun);
		expect(outcome.delivered.executions.filter((id) => !onWorkers.includes(id))).toEqual([]);
	});
});

function report(outcome: Outcome): void {
	const statuses = outcome.executions.map(({ status }) => status);
	const counted = [...new Set(statuses)].map((one) => `${statuses.filter((other) => other === one).length} ${one}`);
	const { answered, failures, seconds } = outcome;
	announce(`${answered.length} calls answered in ${seconds.toFixed(1)} s; failures: ${failures.length}`);
	announce(`${statuses.length} executions: ${counted.join(', ')}`);
	announce(`failed: ${outcome.failed.map(({ id, reason }) => `${id} (${reason.slice(0, 60)})`).join(', ')}`);
	for (const { name, begun, ended } of outcome.workers)
		announce(`${name} began ${begun.length}, ended ${ended.length}`);
	announce(
		`${outcome.killed} ended ${outcome.endedBefore} before it was killed, ${outcome.endedAfter} after it came back`,
	);
	const { worker, main } = outcome.processor;
	announce(
		`processor time of an execution: ${(worker * 1000).toFixed(0)} ms worker, ${(main * 1000).toFixed(0)} ms main`,
	);
	for (const { endpoint, served, refused, peak } of outcome.quota)
		announce(`${endpoint}: ${served} served, ${refused} refused (429), peak ${peak.toFixed(1)}`);
	announce(
		`new orders from the trigger: ${outcome.delivered.numbers.length}; doubled: ${outcome.books.doubled.length}`,
	);
}
