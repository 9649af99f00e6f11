import type { ContractName } from '../demo/contracts';
import { erpCases } from './erpFolders';
import { openJob } from './job';
import { sharedHost } from './sharedHost';

const contractNames: ContractName[] = ['live', 'guide'];

describe.each(contractNames)('a service that fails every fifth call, %s contract', (contract) => {
	it.each(erpCases)('still gets every order of $title, none twice', async ({ folder, accepted, refused }) => {
		const job = await openJob(await sharedHost(), contract, folder, [{ kind: 'any', every: 5 }]);
		try {
			const { run, differences } = await job.run();
			expect(run.refused.map((one) => one.orderNumber).sort()).toEqual(refused[contract]);
			expect(run.created.length + run.existing.length).toBe(accepted[contract]);
			expect(differences).toEqual([]);
			expect(job.sandbox.control.books().doubled).toEqual([]);
			const struck = job.sandbox.control.requests().log.filter((call) => call.fault !== null);
			if (job.sandbox.control.requests().total >= 5) expect(struck.length).toBeGreaterThan(0);

			const again = await job.run();
			expect(again.run.created).toEqual([]);
			expect(again.run.existing).toHaveLength(accepted[contract]);
			expect(again.differences).toEqual([]);
		} finally {
			await job.close();
		}
	});
});
