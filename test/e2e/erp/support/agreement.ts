import type { Flow } from './flow';

/** The account has other warehouses, of which the ERP knows nothing. */
export const only = ({ warehouseId }: { warehouseId: number }) => ({
	parameters: { 'Compare stock with Extensiv': { warehouse: { __rl: true, mode: 'id', value: String(warehouseId) } } },
});

/** What *Extensiv Insights* says about orders and stock, in a template for the nightly reconciliation. */
export const verdict = async (flow: Flow): Promise<unknown[]> => {
	const run = await flow.run();
	return ['orders', 'stock'].map((what) => {
		const [summary] = run.output(`Compare ${what} with Extensiv`, 1);
		return [what, summary?.['accuracyPercent'], run.output(`Differences of ${what}`).map(({ outcome }) => outcome)];
	});
};

export const AGREED = [
	['orders', 100, []],
	['stock', 100, []],
];
