import type { FailureReport } from '../../../workflows/code/failures';
import { takeUnread } from '../../../workflows/code/unread';
import type { Workflow } from '../../../workflows/parts/canvas';
import { RETRY_DAYS } from '../../../workflows/parts/failures';
import { templates } from '../../../workflows/parts/templates';

type Json = Record<string, unknown>;

const all = new Map(templates());
const template = (file: string): Workflow => all.get(file)!;
const step = ({ nodes }: Workflow, name: string) => nodes.find((node) => node.name === name)!;
const leadsTo = ({ connections }: Workflow, from: string, output = 0): string[] =>
	(connections[from]?.main?.[output] ?? []).map(({ node }) => node);
const settingsOf = (workflow: Workflow): Map<string, unknown> => {
	const { assignments } = step(workflow, 'Settings').parameters['assignments'] as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	return new Map(assignments.map(({ name, value }) => [name, value]));
};

/** Runs the code of a step, as n8n does, on items of the steps before it. */
function runCode(code: string, results: Json[], settings: Json = {}): Json[] {
	const itemsOf = (json: Json[]) => ({
		all: () => json.map((one) => ({ json: one })),
		first: () => ({ json: json[0] }),
	});
	const others = (name: string) => itemsOf(name === 'Settings' ? [settings] : []);
	const run = new Function('$input', '$', '$workflow', code) as (...given: unknown[]) => Array<{ json: Json }>;
	return run(itemsOf(results), others, { id: 'w1', name: 'Copy for the second account' }).map(({ json }) => json);
}
const reported = (file: string, results: Json[], settings: Json = {}): FailureReport =>
	runCode(
		String(step(template(file), 'What failed').parameters['jsCode']),
		results,
		settings,
	)[0] as unknown as FailureReport;
/** What an expression gives. */
const evaluated = (expression: string, settings: Json): unknown =>
	(new Function('$', `return ${expression.replace(/^=\{\{|\}\}$/g, '')};`) as (given: unknown) => unknown)(() => ({
		first: () => ({ json: settings }),
	}));

describe.each(['postgres/stock-in.json', 'tryton/stock-in.json'])('what %s reports', (file) => {
	const LIVE = { dryRun: false };

	it('closes what failed before, if the ERP gave rows and nothing was only shown', () => {
		expect(reported(file, [{ inErp: 3 }], LIVE)).toMatchObject({ others: 'closed', ok: ['brake'] });
		expect(reported(file, [{ inErp: 3 }], { dryRun: true })).toMatchObject({ others: 'kept' });
	});

	it('does not close open failures for an ERP that gives no rows', () => {
		expect(reported(file, [{ inErp: 0 }], LIVE)).toMatchObject({ others: 'kept', ok: [] });
	});

	it('belongs to the workflow that reports, under the name that a person gave it', () => {
		const workflow = { flow: 'Copy for the second account', workflowId: 'w1' };
		expect(reported(file, [{ inErp: 3 }], LIVE)).toMatchObject(workflow);
		const ofWorkflow = (name: string, from = file): unknown =>
			(step(template(from), name).parameters['filters'] as { conditions: unknown[] }).conditions[0];
		expect(ofWorkflow('Known failures')).toMatchObject({ keyName: 'workflowId', keyValue: '={{ $workflow.id }}' });
		expect(ofWorkflow('Rows of the flow', 'common/failures.json')).toMatchObject({ keyName: 'workflowId' });
	});

	it('is one row for the brake, whatever else is open', () => {
		const report = reported(file, [{ brake: true, reason: 'Nothing was set: …' }], LIVE);
		expect(report).toMatchObject({
			failures: [{ key: 'brake', reason: 'Nothing was set: …' }],
			others: 'kept',
			ok: [],
		});
		expect(report.failures[0]?.remedy).toMatch(/zeroLimitPercent/);
	});

	it('comes before the error of the brake, which only ends runs in which it is new or that a person started', () => {
		const workflow = template(file);
		expect(leadsTo(workflow, 'Too many zeros?')).toEqual(['The brake']);
		expect(leadsTo(workflow, 'The brake')).toEqual(['All results']);
		expect(leadsTo(workflow, 'Keep failures')).toEqual(['Is the brake news?']);
		expect(leadsTo(workflow, 'Is the brake news?')).toEqual(['Stop and ask']);
		const { conditions } = step(workflow, 'Is the brake news?').parameters['conditions'] as {
			conditions: Array<{ leftValue: string }>;
		};
		expect(conditions[0]?.leftValue).toMatch(/action === 'stop' && \(.*isNew \|\| \$execution\.mode === 'test'\)/);
	});

	it('sets nothing if the setting dryRun was deleted, renamed or is anything but no', () => {
		const { conditions } = step(template(file), 'Dry run?').parameters['conditions'] as {
			conditions: Array<{ leftValue: string }>;
		};
		const isDry = (settings: Json): unknown => evaluated(conditions[0]!.leftValue, settings);
		for (const settings of [{}, { dryRun: null }, { dryRun: '' }, { dryRun: true }, { dryRun: 0 }, { dryrun: false }]) {
			expect([settings, isDry(settings)]).toEqual([settings, true]);
			expect(reported(file, [{ inErp: 3 }], settings)).toMatchObject({ others: 'kept' });
		}
		for (const settings of [{ dryRun: false }, { dryRun: 'false' }, { dryRun: ' False ' }])
			expect([settings, isDry(settings)]).toEqual([settings, false]);
	});
});

describe.each(['postgres/products-in.json', 'tryton/products-in.json'])('what %s reports', (file) => {
	it('does not close open failures for an ERP that gives no rows', () => {
		expect(reported(file, [{ inErp: 0 }])).toMatchObject({ others: 'kept' });
		expect(reported(file, [{ inErp: 2 }])).toMatchObject({ others: 'closed' });
	});
});

const READS = [
	['postgres/tracking-back.json', 'Read the parcels'],
	['tryton/tracking-back.json', 'Read the parcels'],
	['postgres/statuses-back.json', 'Orders that changed'],
	['tryton/statuses-back.json', 'Orders that changed'],
] as const;

const READS_OF_PRODUCTS = ['Products of Extensiv', 'Sales channels of Extensiv', 'Listings of Extensiv'] as const;

describe('records of Extensiv that cannot be read', () => {
	const UNREAD = { unread: true, reason: 'Shipment 5: the date is no date.', remedy: 'Correct it.' };

	it.each(READS)('come out of %s as a failure', (file, read) => {
		const workflow = template(file);
		expect(step(workflow, read)).toMatchObject({ onError: 'continueErrorOutput' });
		expect(leadsTo(workflow, read, 1)).toEqual(['Not read']);
		expect(leadsTo(workflow, 'Not read')).toEqual(['All results']);
		const done = { orderNumber: '1', trackingNumber: 'Z1', outcome: 'done' };
		expect(reported(file, [done, UNREAD])).toMatchObject({
			failures: [{ key: 'not read', reason: UNREAD.reason, remedy: UNREAD.remedy }],
			ok: [expect.stringMatching(/^1/)],
		});
		expect(reported(file, [done])).toMatchObject({ failures: [], ok: ['not read', expect.stringMatching(/^1/)] });
	});

	it.each(READS_OF_PRODUCTS)('come out of the products for the ERP as a failure: %s', (read) => {
		for (const file of ['postgres/products-back.json', 'tryton/products-back.json']) {
			const workflow = template(file);
			expect(step(workflow, read)).toMatchObject({ onError: 'continueErrorOutput' });
			expect(leadsTo(workflow, read, 1)).toEqual(['Not read']);
			const done = { kind: 'product', sku: 'A', outcome: 'done' };
			expect(reported(file, [done, UNREAD])).toMatchObject({
				failures: [{ key: 'not read' }],
				ok: ['A'],
				others: 'kept',
			});
			expect(reported(file, [done])).toMatchObject({ failures: [], ok: ['not read', 'A'], others: 'closed' });
		}
	});

	it('end a run that would create listings or bundles', () => {
		for (const read of READS_OF_PRODUCTS)
			expect(step(template('postgres/products-in.json'), read)).not.toHaveProperty('onError');
	});

	it.each(['Read orders', 'Read parcels'])('end a back-fill, after %s', (read) => {
		const workflow = template('postgres/back-fill.json');
		expect(step(workflow, read)).toMatchObject({ onError: 'continueErrorOutput' });
		expect(leadsTo(workflow, read, 1)).toEqual(['Not read']);
		expect(step(workflow, 'Not read')).toMatchObject({ type: 'n8n-nodes-base.stopAndError' });
	});

	it('are counted where there are too many to name', () => {
		const { failures } = takeUnread(Array.from({ length: 7 }, (_, at) => ({ ...UNREAD, reason: `R${at}.` })));
		expect(failures).toMatchObject([{ reason: 'R0. R1. R2. R3. R4. And 2 more.' }]);
	});
});

describe('what a flow reads again', () => {
	it.each(READS)('reaches further back in %s than a failure is tried again', (file) => {
		const settings = settingsOf(template(file));
		const days = Number(settings.get('parcelDays') ?? Number(settings.get('hours')) / 24);
		expect(days).toBeGreaterThan(RETRY_DAYS);
	});
});

describe('the table of failures', () => {
	it('loses closed rows after some days, but not the marks of what the ERP still has wrong', () => {
		const { parameters } = step(template('common/failures.json'), 'Delete old closed rows');
		expect(parameters).toMatchObject({
			operation: 'deleteRows',
			matchType: 'allConditions',
			filters: {
				conditions: [
					{ keyName: 'state', condition: 'eq', keyValue: 'closed' },
					{ keyName: 'source', condition: 'eq', keyValue: '' },
					{ keyName: 'lastSeen', condition: 'lt', keyValue: expect.stringContaining('keepClosedDays') },
				],
			},
		});
	});

	it('says how a row is given up for good', () => {
		const notes = JSON.stringify(template('common/failures.json').nodes);
		expect(notes).toContain('change its *item* to `[]`');
	});
});

describe('the reconciliation', () => {
	it.each(['postgres/reconciliation.json', 'tryton/reconciliation.json'])('lets %s choose a sales channel', (file) => {
		const workflow = template(file);
		expect(step(workflow, 'Compare orders with Extensiv').parameters).toHaveProperty('salesChannel');
		expect(JSON.stringify(step(workflow, 'Note: what this does').parameters)).toContain('choose the sales channel');
	});
});
