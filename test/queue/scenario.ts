import { setTimeout as pause } from 'node:timers/promises';
import { contracts } from '../demo/contracts';
import { createCredential } from '../host';
import type { Sandbox, SandboxData } from '../sandbox';
import type { Random } from '../sandbox/store/random';
import { COLUMBUS } from '../support/parameters';
import { type Answered, Callers, mixedCalls, numbered, skuOf } from './callers';
import type { Cluster } from './cluster';
import { type Listed, listExecutions, reasonOf, retryExecution } from './executions';
import { NewOrders } from './newOrders';
import { QUOTA, type QuotaUse, quotaUse } from './quota';
import { publishShop } from './shop';

export const COUNTS = { orders: 80, reads: 60, lookUps: 60 };
export const TOTAL = COUNTS.orders + COUNTS.reads + COUNTS.lookUps;

/** Twice as many as the workers run at once, so that executions wait in the queue. */
const CALLERS = 20;

/**
 * How long after the kill *Retry* is pressed. 60 seconds after a worker's last sign of life n8n takes its executions
 * for stalled, replaces what it has saved of them by an error without their input, and the callers call again.
 */
const RETRY_WITHIN_MS = 30_000;

export interface WorkerFigures {
	name: string;
	/** IDs of the executions that it began. */
	begun: string[];
	ended: string[];
}

/** What happened, as n8n, its workers and the service tell it. */
export interface Outcome {
	answered: Answered[];
	/** What calls were answered with that had to be made again. */
	failures: string[];
	killed: string;
	/** Executions that the killed worker had begun and not ended. */
	interrupted: string[];
	/** Executions that the killed worker ended before and after. */
	endedBefore: number;
	endedAfter: number;
	/** Executions that n8n showed as crashed once the worker was back, and how *Retry* of them ended. */
	retried: Array<{ id: string; status: string }>;
	/** All executions of the calls' workflow, in the end. */
	executions: Listed[];
	/** Executions that failed, other than by *Retry*, and why in n8n's words. */
	failed: Array<{ id: string; reason: string }>;
	workers: WorkerFigures[];
	/** What the trigger brought. */
	delivered: { numbers: string[]; executions: string[] };
	quota: QuotaUse[];
	books: SandboxData;
	/** From the first call to the last answer. */
	seconds: number;
	/** Processor time of an execution in seconds: of the worker that was not killed, and of the main process. */
	processor: { worker: number; main: number };
}

const seedShop = (sandbox: Sandbox): void => {
	const skus = numbered(COUNTS.orders).map(skuOf);
	sandbox.control.seed({
		products: skus.map((sku) => ({ sku })),
		stock: skus.map((sku) => ({ sku, warehouseId: Number(COLUMBUS), onHand: 1 })),
	});
	sandbox.control.quotas([...QUOTA]);
	sandbox.control.latency({ ms: 50 });
};

/** Makes 200 calls, kills a worker while it works, starts it again, and presses *Retry* where n8n offers it. */
export const runScenario = async (
	cluster: Cluster,
	sandbox: Sandbox,
	random: Random,
	announce: (line: string) => void,
): Promise<Outcome> => {
	const { rest, workers } = cluster;
	const { credentialType, credentialName, credentialData } = contracts.live;
	const credential = await createCredential(rest, credentialType, credentialName, credentialData(sandbox.url));
	seedShop(sandbox);
	const newOrders = await NewOrders.publish(rest, credential);
	const { workflowId, url } = await publishShop(rest, credential);

	const callers = new Callers(url);
	const progress = setInterval(() => announce(`${callers.answered.length} of ${TOTAL} calls answered`), 5_000);
	try {
		const start = performance.now();
		const calls = callers.make(mixedCalls(random, COUNTS), CALLERS);
		let broken = false;
		calls.catch(() => (broken = true));
		const moment = 40 + random.below(60);
		const victim = workers[random.below(2) as 0 | 1];
		const other = workers.find((one) => one !== victim) ?? victim;
		const idle = { worker: await other.processorSeconds(), main: await cluster.processorSeconds() };
		while (callers.answered.length < moment || (await victim.unfinished()).length === 0) {
			if (broken) await calls;
			await pause(50);
		}
		await victim.kill();
		const killedAt = performance.now();
		const interrupted = await victim.unfinished();
		const { ended } = await victim.executions();
		announce(`${victim.name} killed while it ran executions ${interrupted.join(', ')}`);
		await victim.start();
		announce(`${victim.name} started again`);

		// Not all: n8n knows of those whose steps were in the killed worker's journal.
		const crashed = (await listExecutions(rest, workflowId)).filter(({ status }) => status === 'crashed');
		const inTime = performance.now() - killedAt < RETRY_WITHIN_MS;
		const retried = await Promise.all(
			(inTime ? crashed : []).map(async ({ id }) => ({ id, status: await retryExecution(rest, id) })),
		);
		announce(`${crashed.length} crashed executions, retried in n8n: ${retried.map(({ status }) => status).join(', ')}`);
		await calls;
		const seconds = (performance.now() - start) / 1000;

		const used = {
			worker: (await other.processorSeconds()) - idle.worker,
			main: (await cluster.processorSeconds()) - idle.main,
		};

		const executions = await listExecutions(rest, workflowId);
		const failed = executions.filter(({ status, retryOf }) => retryOf == null && status !== 'success');
		const delivered = await newOrders.delivered(COUNTS.orders);
		const figures = await Promise.all(workers.map(async (one) => ({ name: one.name, ...(await one.executions()) })));
		return {
			answered: callers.answered,
			failures: callers.failures,
			killed: victim.name,
			interrupted,
			endedBefore: ended.length,
			endedAfter: (await victim.executions()).ended.length - ended.length,
			retried,
			executions,
			failed: await Promise.all(failed.map(async ({ id }) => ({ id, reason: await reasonOf(rest, id) }))),
			workers: figures,
			delivered,
			quota: quotaUse(sandbox.control.requests().log),
			books: sandbox.control.books(),
			seconds,
			processor: {
				worker: used.worker / (await other.executions()).ended.length,
				main: used.main / executions.length,
			},
		};
	} finally {
		clearInterval(progress);
		callers.stop();
	}
};
