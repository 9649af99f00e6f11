import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import type { Contract } from './apiClient';
import type { ClientChoice, orderManager } from './apiClient';

/** The modules of that process, loaded once for each test file. */
let make: typeof orderManager | undefined;

/**
 * Order Manager as another process would have it: from modules of its own, so that locks and memory of this one are
 * unknown there.
 */
export function managerOfOtherProcess(contract: Contract, url: string, choice: ClientChoice = {}): OrderManagerApi {
	if (!make)
		jest.isolateModules(() => {
			make = (jest.requireActual('./apiClient') as { orderManager: typeof orderManager }).orderManager;
		});
	if (!make) throw new Error('The modules were not loaded');
	return make(contract, url, choice);
}
