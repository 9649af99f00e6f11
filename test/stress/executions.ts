import type { IDataObject } from 'n8n-workflow';
import type { CredentialChoice, Engine, RunResult } from '../engine';
import { byId, COLUMBUS, DIRECT } from '../support/parameters';
import { numbered } from '../support/shipments';
import type { Kind, Settings } from './sizes';

/** A node that does the work of a kind; the items are as the shop's export has them. */
const NODES: Record<Kind, { node: string; parameters: IDataObject }> = {
	orders: {
		node: 'extensivOrders',
		parameters: {
			resource: 'order',
			operation: 'create',
			fieldsFrom: 'columns',
			salesChannel: byId(DIRECT),
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
		},
	},
	levels: {
		node: 'extensivInventory',
		parameters: {
			resource: 'stockLevel',
			operation: 'set',
			sku: '={{ $json.sku }}',
			onHand: '={{ $json.onHand }}',
			warehouse: byId(COLUMBUS),
		},
	},
	shipments: {
		node: 'extensivShipments',
		parameters: {
			resource: 'shipment',
			operation: 'createExternal',
			order: numbered('={{ $json.orderNumber }}'),
			carrier: byId('UPS'),
			trackingNumber: '={{ $json.tracking }}',
		},
	},
	reading: {
		node: 'extensivShipments',
		parameters: {
			resource: 'shipment',
			operation: 'getAll',
			dateField: 'created',
			from: '={{ $json.from }}',
			to: '={{ $json.to }}',
			returnAll: true,
		},
	},
};

/** The rate limits of the catalogue are those of an ordinary account: one stock update in ten seconds. */

/** The nodes of the shop's workflows in n8n. */
export class Workflows {
	constructor(
		private readonly engine: Engine,
		private readonly credentials: CredentialChoice,
		private readonly settings: Settings,
	) {}

	/** One execution. */
	async run<Item extends IDataObject>(kind: Kind, items: Item[]): Promise<RunResult> {
		const { tries, timeoutSeconds, settleSeconds } = this.settings;
		const { node, parameters } = NODES[kind];
		return await this.engine.runNode({
			node,
			credentials: this.credentials,
			parameters: {
				authentication: this.credentials.type,
				...parameters,
				options: {
					maxTries: tries,
					timeoutSeconds,
					...(kind === 'orders' ? { settleSeconds } : {}),
				},
			},
			items,
			mode: 'trigger',
			onError: 'continueErrorOutput',
		});
	}
}
