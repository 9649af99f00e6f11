import { workflowOf } from '../../../workflows/parts/canvas';
import { type ErpPart, type ErpParts, settingsOf } from '../../../workflows/parts/erp';
import { erpnext } from '../../../workflows/parts/erps/erpnext';
import { odoo } from '../../../workflows/parts/erps/odoo';
import { sapBusinessOne } from '../../../workflows/parts/erps/sapBusinessOne';
import { code, manualTrigger, setFields } from '../../../workflows/parts/steps/n8nSteps';
import { createCredential, deleteCredential } from '../../host/credentials';
import type { Rest } from '../../host/rest';
import { deleteWorkflow, type Item, importWorkflow, runWorkflow, workflowFile } from '../../host/workflows';
import { misfits } from '../../support/erpPart';
import { orderLineItem, parcelResult } from '../../support/itemShapes';
import { useListener } from '../../support/listener';
import { parcel } from '../../unit/workflows/erps/given';
import { sharedHost } from '../sharedHost';
import { STAND_INS, type StandIn } from './support/standIns';

let rest: Rest;
beforeAll(async () => {
	({ rest } = await sharedHost());
});

/** The credential that a step needs. */
const typeOf = ({ type, parameters }: { type: string; parameters: Record<string, unknown> }): unknown =>
	type.endsWith('.odoo')
		? 'odooApiKeyApi'
		: type.endsWith('.erpNext')
			? 'erpNextApi'
			: (parameters['nodeCredentialType'] ?? parameters['genericAuthType']);

const ALL: Array<[string, ErpParts, StandIn]> = [
	['Odoo', odoo, STAND_INS.odoo],
	['ERPNext', erpnext, STAND_INS.erpnext],
	['SAP Business One', sapBusinessOne, STAND_INS.sapBusinessOne],
];

describe.each(ALL)('The steps for %s in n8n, with something that answers in its place', (title, erp, standIn) => {
	const listener = useListener();

	async function run(part: ErpPart, given: readonly object[]): Promise<Item[]> {
		listener.reply = standIn.reply;
		const settings = settingsOf(erp, part).map(({ name, value }) => ({
			name,
			value: standIn.settings(listener.url)[name] ?? value,
		}));
		const items = code('Given', `return ${JSON.stringify(given.map((json) => ({ json })))};`);
		const made = workflowOf(title, 'A test', [
			{ title: 'Start', note: 'Start', steps: [manualTrigger(), setFields('Settings', settings), items] },
			{ title: 'The part', ...part },
			{ title: 'End', note: 'End', steps: [setFields('Given back', [], { keepOthers: true })] },
		]);
		const workflow = workflowFile.parse(JSON.parse(JSON.stringify(made)));
		const saved = await Promise.all(
			Object.entries(standIn.credentials(listener.url)).map(([type, data]) =>
				createCredential(rest, type, `${title} ${type}`, data),
			),
		);
		for (const node of workflow.nodes)
			for (const credential of saved)
				if (typeOf(node) === credential.type) node.credentials = { [credential.type]: credential };
		const id = await importWorkflow(rest, workflow);
		try {
			const execution = await runWorkflow(rest, id, 'Start');
			expect(execution.error).toBeUndefined();
			return execution.output('Given back');
		} finally {
			await deleteWorkflow(rest, id);
			for (const credential of saved) await deleteCredential(rest, credential);
		}
	}

	it('read orders', async () => {
		const items = await run(erp.orders as ErpPart, [{}]);
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items[0]).toMatchObject({
			orderNumber: standIn.orderNumber,
			street1: '18 Kettle Lane',
			sku: 'TEA',
			quantity: 3,
			unitPrice: 4.9,
		});
	});

	if (erp.parcels)
		it('ship parcels', async () => {
			const items = await run(erp.parcels as ErpPart, [parcel(standIn.orderNumber, 'Z1'), parcel('X', 'Z2')]);
			expect(misfits(items, parcelResult)).toEqual([]);
			expect(items.map(({ trackingNumber, outcome }) => [trackingNumber, outcome]).sort()).toEqual([
				['Z1', 'done'],
				['Z2', 'failed'],
			]);
			const calls = listener.heard.map(({ method, url }) => `${method} ${url}`);
			expect(calls.filter((call) => standIn.shipping?.includes(call))).toEqual(standIn.shipping);
		});
});
