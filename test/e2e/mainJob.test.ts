import type { ContractName } from '../demo/contracts';
import { countRequests, type OrderRun } from '../demo/orderRun';
import { erpCases } from './erpFolders';
import { openJob, type Job } from './job';
import { bookedLines, erpLines } from './orderLines';
import { sharedHost } from './sharedHost';

const contractNames: ContractName[] = ['live', 'guide'];

/** The calls that the creation of orders takes: all but tokens and the stock read afterwards. */
const forOrders = (endpoint: string): boolean => /\/orders?$/.test(endpoint);

const filled: unknown = expect.stringMatching(/\S/);

const numbers = (run: OrderRun): string[] => run.refused.map((one) => one.orderNumber).sort();

describe.each(contractNames)('ERP orders to Extensiv under the %s contract', (contract) => {
	describe.each(erpCases)('with $title', ({ folder, accepted, refused }) => {
		let job: Job;
		let first: Awaited<ReturnType<Job['run']>>;
		let second: Awaited<ReturnType<Job['run']>>;

		beforeAll(async () => {
			job = await openJob(await sharedHost(), contract, folder);
			first = await job.run();
			second = await job.run();
		});
		afterAll(async () => await job.close());

		it('creates every order that the service can take, and says which it refuses', () => {
			expect(first.run.created).toHaveLength(accepted[contract]);
			expect(first.run.existing).toEqual([]);
			expect(numbers(first.run)).toEqual(refused[contract]);
			for (const { reason } of first.run.refused) expect(reason).toMatch(/\w{3,}/);
		});

		it('tells the same as the books, where no order is twice', () => {
			expect(first.differences).toEqual([]);
			expect(second.differences).toEqual([]);
			expect(job.sandbox.control.books().doubled).toEqual([]);
		});

		it('finds them all there when it runs again', () => {
			expect(second.run.created).toEqual([]);
			expect(second.run.existing).toHaveLength(accepted[contract]);
			expect(numbers(second.run)).toEqual(refused[contract]);
		});

		it('reads the stock of every product back, once', () => {
			expect(first.run.stockRows).toBeGreaterThanOrEqual(job.erp.products.length);
		});

		it('writes every line into the books as the files have it', () => {
			const wrong = first.run.created.filter((number) => {
				const booked = bookedLines(job.sandbox, number, contract);
				return JSON.stringify(booked) !== JSON.stringify(erpLines(job.erp, number, contract));
			});
			expect(wrong).toEqual([]);
		});

		it('gives every order an address and makes it ready to ship', () => {
			const orders = first.run.created.flatMap((number) => job.sandbox.control.orders({ number }));
			expect(orders).toHaveLength(first.run.created.length);
			for (const order of orders) {
				expect(order).toMatchObject({
					shipName: filled,
					shipAddress1: filled,
					shipCity: filled,
					shipZipCode: filled,
					shipCountry: filled,
					requestedShippingService: filled,
				});
				expect(order['paymentDate']).toBe(order['orderDate']);
			}
		});

		if (contract === 'live') {
			it('needs few requests, because orders go in batches', () => {
				expect(countRequests(first.run, forOrders)).toBeGreaterThan(0);
				expect(countRequests(first.run, forOrders)).toBeLessThanOrEqual(60);
			});
		}
	});
});
