import type { Contract, OrderManager } from '../../nodes/shared/api/port';
import type { ClientChoice, orderManager } from './apiClient';

/** Order Manager as another process would have it: from modules of its own, so that locks and memory of this one are unknown there. */
export function managerOfOtherProcess(contract: Contract, url: string, choice: ClientChoice = {}): OrderManager {
	let make: typeof orderManager | undefined;
	jest.isolateModules(() => {
		make = (jest.requireActual('./apiClient') as { orderManager: typeof orderManager }).orderManager;
	});
	if (!make) throw new Error('The modules were not loaded');
	return make(contract, url, choice);
}
