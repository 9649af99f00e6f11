import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import type { Contract } from './apiClient';
import type { ApiClient } from '../../nodes/shared/http/client';
import type { Sandbox, SandboxControl } from '../sandbox';
import { SandboxClient } from '../sandbox/client';
import { startSandbox } from './sandbox';
import { type ClientChoice, apiClient, orderManager } from './apiClient';
import { managerOfOtherProcess } from './otherProcess';

/** Products in the catalogue, listed under the same SKU in every channel; without stock. */
export const PRODUCTS = [
	{ sku: 'MUG', name: 'Mug' },
	{ sku: 'MUG-XL', name: 'Large Mug' },
	{ sku: 'POT', name: 'Pot' },
];

/** A sandbox with what leads to it, for the tests of a describe block; each test finds it as it was at its start. */
export class Place {
	sandbox!: Sandbox;
	private guideToken = '';

	get control(): SandboxControl {
		return this.sandbox.control;
	}

	async open(): Promise<void> {
		this.sandbox = await startSandbox();
	}

	/** Back to the start, with `PRODUCTS` in the catalogue and no request made. */
	async reset(): Promise<void> {
		this.control.reset();
		this.control.seed({ products: PRODUCTS });
		this.guideToken = (await SandboxClient.forGuide(this.sandbox)).token;
		this.control.clearRequests();
	}

	manager(contract: Contract = 'live', choice: ClientChoice = {}): OrderManagerApi {
		return orderManager(contract, this.sandbox.url, { token: this.tokenFor(contract), ...choice });
	}

	/** The same in another process: locks and memory of this one are unknown there. */
	otherManager(contract: Contract = 'live', choice: ClientChoice = {}): OrderManagerApi {
		return managerOfOtherProcess(contract, this.sandbox.url, { token: this.tokenFor(contract), ...choice });
	}

	client(contract: Contract = 'live', choice: ClientChoice = {}): ApiClient {
		return apiClient(this.sandbox.url, { token: this.tokenFor(contract), ...choice });
	}

	private tokenFor(contract: Contract): string | undefined {
		return contract === 'guide' ? this.guideToken : undefined;
	}

	/** Calls of an operation so far, for example `PUT /v1/order`. */
	calls(endpoint: string): number {
		return this.control.requests().byEndpoint[endpoint] ?? 0;
	}

	/** Calls that met with planned trouble so far: a test of trouble without any would say nothing. */
	get struck(): number {
		return this.control.requests().log.filter(({ fault }) => fault !== null).length;
	}

	/** The one order of this number in the books, in the live API's read shape. */
	order(number: string): Record<string, unknown> {
		const orders = this.control.orders({ number });
		if (orders.length !== 1 || !orders[0]) throw new Error(`There are ${orders.length} orders ${number} in the books`);
		return orders[0];
	}
}

export function usePlace(): Place {
	const place = new Place();
	beforeAll(async () => await place.open());
	beforeEach(async () => await place.reset());
	afterAll(async () => await place.sandbox.close());
	return place;
}
