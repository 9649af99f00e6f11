import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readErp } from '../demo/erp';
import { erpCases } from './erpFolders';
import { openJob, type Job } from './job';
import { MUTATIONS, mutate } from './mutations';
import { mutationsFolder, sharedHost } from './sharedHost';

/** Files that cannot be used, what is done to them, and what the message must name. */
const FAULTS: Array<[title: string, spoil: (folder: string) => void, named: RegExp]> = [
	['a missing file', (folder) => rmSync(path.join(folder, 'orders.csv')), /orders\.csv: The file is not there\./],
	[
		'a missing column',
		(folder) => writeFileSync(path.join(folder, 'order-details.csv'), 'orderID,productID,amount\n1,2,3\n'),
		/order-details\.csv, line 1, column quantity: There is no such column\..*“amount”/,
	],
	[
		'a quote that is not closed',
		(folder) => writeFileSync(path.join(folder, 'shippers.csv'), 'shipperID,companyName\n1,"Speedy\n2,Slow\n'),
		/shippers\.csv, line 2: The quote that opens here is not closed\./,
	],
	[
		'two encodings in one file',
		(folder) =>
			writeFileSync(
				path.join(folder, 'products.csv'),
				Buffer.concat([
					Buffer.from('productID,productName\n1,Crème\n2,Br'),
					Buffer.from([0xfb, 0x6c, 0xe9, 0x65, 0x0a]),
				]),
			),
		/products\.csv, line 3: The file is UTF-8 in one place/,
	],
];

describe.each(erpCases)(
	'ERP files of $title, written otherwise',
	({ title: erp, folder, accepted, refused: wrong }) => {
		let job: Job | undefined;
		const into = (title: string): string => path.join(mutationsFolder(), `${erp} ${title}`.replace(/[^\w.-]+/g, '-'));
		afterEach(async () => {
			await job?.close();
			job = undefined;
		});

		it.each(MUTATIONS)('$title: every order ends as created, existing or refused', async (mutation) => {
			const target = into(mutation.title);
			const { orders, refused } = mutate(folder, target, mutation);
			job = await openJob(await sharedHost(), 'live', target);
			const first = await job.run();
			const { created, existing, refused: refusals } = first.run;
			expect(first.differences).toEqual([]);
			expect([...created, ...existing, ...refusals.map(({ orderNumber }) => orderNumber)].sort()).toEqual(
				[...orders].sort(),
			);
			for (const { reason } of refusals) expect(reason).toMatch(/\w{3,}/);
			// Whoever is refused is refused for a row that was spoilt, unless the values themselves are written otherwise.
			if (!mutation.values) {
				expect(refusals.map(({ orderNumber }) => orderNumber).sort()).toEqual(
					[...new Set([...refused, ...wrong.live])].sort(),
				);
				if (refused.length === 0) expect(created).toHaveLength(accepted.live);
			}
			const lost = job.erp.orderNumbers
				.flatMap((number) => job?.sandbox.control.orders({ number }) ?? [])
				.filter((order) => JSON.stringify(order).includes('\ufffd'));
			expect(lost).toEqual([]);
			// A second run takes as long as the first, and what it does hangs on the number of orders no more.
			if (orders.length > 100) return;
			const second = await job.run();
			expect(second.differences).toEqual([]);
			expect([second.run.created.length, second.run.existing.length, second.run.refused.length]).toEqual([
				0,
				created.length,
				refusals.length,
			]);
		});
	},
);

describe('ERP files that cannot be used', () => {
	it.each(FAULTS)(
		'%s is named with file, line, column and what to do, before anything runs and by the workflow itself',
		async (title, spoil, named) => {
			const [samples] = erpCases;
			const target = path.join(mutationsFolder(), `fault ${title}`.replace(/[^\w.-]+/g, '-'));
			mkdirSync(target, { recursive: true });
			mutate(samples!.folder, target, { title });
			const job = await openJob(await sharedHost(), 'live', target);
			try {
				spoil(target);
				expect(() => readErp(target)).toThrow(named);
				await expect(job.run()).rejects.toThrow(named);
				expect(job.sandbox.control.requests().total).toBe(0);
			} finally {
				await job.close();
			}
		},
	);
});
