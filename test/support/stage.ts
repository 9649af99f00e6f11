import type { IDataObject } from 'n8n-workflow';
import {
	type CredentialChoice,
	type Engine,
	type Line,
	openEngine,
	type RunNodeOptions,
	type RunResult,
} from '../engine';
import type { Sandbox, SandboxControl } from '../sandbox';
import { type Contract, credentialFor } from './credentials';
import { startSandbox } from './sandbox';

/** What differs from the usual: the live contract, one empty item, a workflow that stops on errors. */
export interface Settings
	extends Pick<
		RunNodeOptions,
		'items' | 'onError' | 'timezone' | 'signal' | 'watchEventLoop' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'
	> {
	contract?: Contract;
	credentials?: CredentialChoice;
}

export type NodeName =
	| 'extensivOrders'
	| 'extensivInventory'
	| 'extensivProducts'
	| 'extensivShipments'
	| 'extensivWarehouses'
	| 'extensivMapping'
	| 'extensivInsights';
const RESOURCE: Record<NodeName, string> = {
	extensivOrders: 'order',
	extensivInventory: 'stockLevel',
	extensivProducts: 'product',
	extensivShipments: 'shipment',
	extensivWarehouses: 'warehouse',
	extensivMapping: 'sku',
	extensivInsights: 'stock',
};

/** The built pack in one n8n line, and a sandbox of its own to talk to. */
export class Stage {
	engine!: Engine;
	sandbox!: Sandbox;

	get url(): string {
		return this.sandbox.url;
	}

	get control(): SandboxControl {
		return this.sandbox.control;
	}

	async run(node: NodeName, operation: string, parameters: IDataObject, settings: Settings = {}): Promise<RunResult> {
		const { contract = 'live', credentials = credentialFor(contract, this.url), ...run } = settings;
		return await this.engine.runNode({
			node,
			credentials,
			parameters: {
				authentication: credentials.type,
				resource: RESOURCE[node],
				operation,
				...parameters,
				// The usual pace would make every test wait for its turn, and what the sandbox creates shows at once.
				options: { requestsPerSecond: 1000, settleSeconds: 0, ...(parameters.options as IDataObject | undefined) },
			},
			...run,
		});
	}

	async orders(operation: string, parameters: IDataObject, settings?: Settings): Promise<RunResult> {
		return await this.run('extensivOrders', operation, parameters, settings);
	}

	async stock(operation: string, parameters: IDataObject, settings?: Settings): Promise<RunResult> {
		return await this.run('extensivInventory', operation, parameters, settings);
	}

	/** Calls of an operation so far, for example `PUT /v1/order`. */
	calls(endpoint: string): number {
		return this.control.requests().byEndpoint[endpoint] ?? 0;
	}

	/** Query of each call to a path so far. */
	queries(method: string, path: string): URLSearchParams[] {
		const { log } = this.control.requests();
		return log
			.filter((call) => call.method === method && call.path === path)
			.map(({ query }) => new URLSearchParams(query));
	}

	/** The order of this number in the books, in the live API's read shape. Throws unless there is exactly one. */
	order(number: string): Record<string, unknown> {
		const [order, ...others] = this.control.orders({ number });
		if (!order || others.length > 0)
			throw new Error(`There are ${order ? others.length + 1 : 0} orders ${number} in the books`);
		return order;
	}

	/** Pieces on hand in the books. */
	onHand(sku: string, warehouseId: number, location = 'GLOBAL'): number | undefined {
		return this.control
			.books()
			.stock.find((row) => row.sku === sku && row.warehouseId === warehouseId && row.location === location)?.onHand;
	}
}

/** Products that every test finds in the catalogue, listed under the same SKU in every channel; without stock. */
export const PRODUCTS = [
	{ sku: 'MUG', name: 'Mug' },
	{ sku: 'MUG-XL', name: 'Large Mug' },
	{ sku: 'POT', name: 'Pot' },
];

/** A stage for the tests of a describe block; each test finds the sandbox as it was at its start, plus `PRODUCTS`. */
export function useStage(line: Line): Stage {
	const stage = new Stage();
	beforeAll(async () => {
		stage.sandbox = await startSandbox();
		stage.engine = await openEngine({ line });
	});
	beforeEach(() => {
		stage.control.reset();
		stage.control.seed({ products: PRODUCTS });
	});
	// Pages that were read ahead in vain are still on their way when a run ends: they belong to its test.
	afterEach(async () => {
		for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
	});
	// What is sent and not in the contract is wrong, also where the node copes with the refusal.
	afterEach(() => expect(stage.control.takeBreaches()).toEqual([]));
	afterAll(async () => {
		await stage.engine?.close();
		await stage.sandbox?.close();
	});
	return stage;
}
