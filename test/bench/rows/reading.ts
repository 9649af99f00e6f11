import { axiosReading, httpReading, ORDERS_PATH, ourReading, readWith } from '../contenders/reading';
import { ratio, type Row } from '../row';
import { SandboxProcess } from '../sandboxProcess';
import { counted, sized, type Stage } from '../stage';

const LATENCY_MS = 100;
const QUOTA = { burst: 5, perSecond: 5 };
const OURS_TO_HTTP = 'this package / HTTP Request';

/** The seed has orders of its own. */
export const seedOrders = async ({ sandbox }: Pick<Stage, 'sandbox'>, count: number): Promise<number> => {
	await sandbox.seed({ generateOrders: { count } });
	return (await sandbox.books()).orders;
};

export const readLan = (stage: Stage): Row => ({
	name: 'read-lan',
	work: `Read ${counted(stage, 10_000)} orders from a service that answers at once`,
	notes: ['Both nodes as they come: this package chooses its page size itself, HTTP Request reads 100 a page.'],
	bars: [ratio('ours', 'http', 1, OURS_TO_HTTP)],
	open: async () => {
		const count = await seedOrders(stage, sized(stage, 10_000));
		return [ourReading(stage, count), httpReading(stage, count)];
	},
});

export const readWan = (stage: Stage): Row => ({
	name: 'read-wan',
	work: `Read ${counted(stage, 10_000)} orders from a service that answers after ${LATENCY_MS} ms`,
	notes: [
		'All read 100 orders a page. The axios loop is a bare program with one kept connection: ' +
			'the floor of reading one page after the other.',
	],
	bars: [ratio('ours', 'http', 0.3, OURS_TO_HTTP), ratio('ours', 'axios', 0.35, 'this package / axios loop')],
	open: async () => {
		const count = await seedOrders(stage, sized(stage, 10_000));
		await stage.sandbox.latency(LATENCY_MS);
		return [ourReading(stage, count, 100), httpReading(stage, count), axiosReading(stage, count)];
	},
});

export const readQuota = (stage: Stage): Row => {
	// An account of its own: the nodes remember what an account may do.
	let sandbox: SandboxProcess | undefined;
	return {
		name: 'read-quota',
		work: `The same from an account that may call ${QUOTA.perSecond} times a second, at most ${QUOTA.burst} at once`,
		notes: [
			`The best possible time is the number of calls / ${QUOTA.perSecond} a second. Answers with 429 are counted.`,
		],
		bars: [
			{
				text: 'this package / (calls ÷ quota)',
				value: (medians) => medians('ours', 'seconds') / (medians('ours', 'calls') / QUOTA.perSecond),
				most: 1.05,
			},
			{ text: 'calls of this package refused with 429', value: (medians) => medians('ours', 'refused'), most: 0 },
			{ text: 'calls of HTTP Request refused with 429', value: (medians) => medians('http', 'refused'), least: 1 },
		],
		open: async () => {
			const { n8n } = stage;
			const limited = (sandbox = await SandboxProcess.start());
			const account = { n8n, sandbox: limited, credential: await n8n.connect(limited.url) };
			const count = await seedOrders(account, sized(stage, 10_000));
			await limited.latency(LATENCY_MS);
			const prepare = async (): Promise<void> => {
				await limited.quotas([{ method: 'GET', path: ORDERS_PATH, ...QUOTA }]);
			};
			return [ourReading(account, count, 100), httpReading(account, count)].map((one) => ({ ...one, prepare }));
		},
		close: async () => await Promise.resolve(sandbox?.close()),
	};
};

export const growth = (stage: Stage): Row => {
	const [small, large] = [sized(stage, 10_000), sized(stage, 20_000)];
	const grows = (figure: string): ((medians: (contender: string, figure: string) => number) => number) => {
		return (medians) => medians('large', figure) / medians('small', figure);
	};
	return {
		name: 'growth',
		work: `Read ${counted(stage, 20_000)} orders against ${counted(stage, 10_000)}, no latency, 100 a page`,
		notes: [],
		bars: [
			{ text: 'time, twice the orders / once', value: grows('seconds'), least: 1.9, most: 2.1 },
			{ text: 'calls, twice the orders / once', value: grows('calls'), least: 1.9, most: 2.1 },
		],
		open: async () =>
			await Promise.resolve(
				[
					{ name: 'small', size: small },
					{ name: 'large', size: large },
				].map(({ name, size }) => {
					let count = 0;
					return {
						name,
						label: `this package, ${size.toLocaleString('en-US')} orders`,
						prepare: async () => void (count = await seedOrders(stage, size)),
						run: async () => await readWith(stage, 'ours', { count, pageSize: 100 }),
					};
				}),
			),
	};
};
