import { setTimeout as pause } from 'node:timers/promises';
import { KillableHost, say, secondsSince } from '../host';
import { startSandbox, type Sandbox } from '../sandbox';
import { Random } from '../sandbox/store/random';
import { ChangingOrders } from './changingOrders';
import { Deliveries } from './deliveries';
import { afterSecondLook, anyMoment, type Moment, untilMoment, whileReading, whileWorking } from './killMoments';
import { hasLostEmission } from './lostEmission';
import { packedNodes } from './sharedHost';
import { publishTrigger } from './triggerWorkflow';

interface Life {
	title: string;
	/** Settings of n8n. */
	environment: Record<string, string>;
	orders: number;
	/** When n8n is killed, to be started again each time; besides once before anything has changed. */
	kills: Moment[];
}

const lives: Life[] = [
	{ title: 'as it comes', environment: {}, orders: 5_000, kills: [whileReading, whileWorking, anyMoment] },
	{
		title: 'with durable polling',
		environment: {
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
		},
		orders: 1_000,
		kills: [whileReading],
	},
];

const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
/** How long nothing new may come before the rest is given up: an n8n killed while it starts a workflow leaves it alone for two minutes. */
const patienceMs = 240_000;

/** Numbers of the orders whose last change has not come. */
const missing = ({ versions }: ChangingOrders, delivered: Deliveries): string[] =>
	[...versions].filter(([number, version]) => delivered.versions.get(number) !== version).map(([number]) => number);

async function untilDelivered(changing: ChangingOrders, delivered: Deliveries): Promise<void> {
	let before = changing.versions.size;
	for (let deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(3_000)) {
		await delivered.update();
		const left = missing(changing, delivered).length;
		if (left < before) deadline = Date.now() + patienceMs;
		if (left !== before)
			say(`e2e: last changes delivered: ${changing.versions.size - left} of ${changing.versions.size}`);
		if (left === 0) return;
		before = left;
	}
}

describe.each(lives)('n8n $title, killed while orders change', ({ environment, orders, kills }) => {
	const random = new Random(seed);
	let sandbox: Sandbox;
	let host: KillableHost;

	beforeAll(async () => {
		sandbox = await startSandbox();
		// So that reading takes a time in which n8n can be killed.
		sandbox.control.latency({ ms: 20 });
		host = await KillableHost.start(packedNodes(), environment);
	});
	afterAll(async () => {
		await host?.remove();
		await sandbox?.close();
	});

	it(`gets the last change of each of ${orders} orders`, async () => {
		const begun = performance.now();
		const announce = (line: string): void => say(`e2e: ${secondsSince(begun)}, ${line}`);
		announce(`seed ${seed} (KILL_SEED)`);
		const changing = new ChangingOrders(sandbox, random, orders);
		const workflowId = await publishTrigger(host.rest, sandbox.url);
		const watched = { sandbox, database: host.database, workflowId };
		const lost: string[] = [];
		const kill = async (moment: Moment): Promise<void> => {
			await untilMoment(moment, watched);
			await host.kill();
			announce(`killed ${moment.name}, after ${changing.changes} changes`);
			if (await hasLostEmission(host.database, workflowId)) lost.push(moment.name);
		};
		const restart = async (): Promise<void> => {
			await host.restart();
			announce(`started again, after ${changing.changes} changes`);
			// What the killed n8n left unanswered would be taken for its successor's.
			sandbox.control.clearRequests();
		};

		await kill(afterSecondLook);
		const changes = changing.run();
		try {
			await restart();
			for (const moment of kills) {
				await pause(random.below(15_000));
				await kill(moment);
				await restart();
			}
			changing.stop();
		} catch (error) {
			changing.abandon();
			throw error;
		} finally {
			await changes;
		}
		announce(`${changing.changes} changes of ${changing.versions.size} orders are made`);

		const delivered = new Deliveries(host.database, workflowId);
		await untilDelivered(changing, delivered);
		announce(
			`executions: ${JSON.stringify(delivered.executions)}; items: ${delivered.times.size}, and ${delivered.repeated} that came again after a restart`,
		);

		// Whether n8n was killed between position and execution is chance; that nothing is missing also then is what is promised.
		expect({ missing: missing(changing, delivered), killedBetweenPositionAndExecution: lost }).toEqual({
			missing: [],
			killedBetweenPositionAndExecution: lost,
		});
		expect(changing.versions.size).toBe(orders);
		expect(delivered.doubledWithin).toEqual([]);
	});
});
