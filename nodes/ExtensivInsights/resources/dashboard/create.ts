import { reportOperation } from '../../../shared/n8n/run/operation';
import { readAccuracy, reportOnOrders } from '../../orderReport';
import { type Failure, pageOf } from './page';

/** The file under `data`. */
const FILE = { name: 'dashboard.html', type: 'text/html' };

/** One item with the page, as text and as a file; each row of the input is a failure. */
export const create = reportOperation<Failure>({
	read: (fields) => {
		const failure = fields.inside('failures');
		const reason = failure.text('reason', 'Reason');
		if (reason === undefined) return undefined;
		return { reason, subject: failure.text('subject', 'Subject') ?? '', time: failure.date('time', 'Time') ?? null };
	},
	run: async (manager, { inputs, parameters }, tools) => {
		const accuracy = readAccuracy(parameters);
		const report = await reportOnOrders(manager, parameters, tools, 'Create Dashboard');
		const company = await manager.account?.company();
		const html = pageOf({
			title: parameters.inside('options').text('title', 'Title') ?? 'Order Manager',
			account: company?.value.name ?? null,
			report,
			accuracy: accuracy ?? null,
			failures: inputs.map(({ value }) => value),
			zone: tools.zone,
		});
		return { rows: [{ json: { html }, file: { ...FILE, text: html } }] };
	},
});
