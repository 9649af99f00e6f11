import { workflowOf, type Workflow } from '../canvas';
import { IDLE } from '../executions';
import { extensiv } from '../n8nSteps';
import type { Step } from '../step';

/** What a browser needs to show a page as one. */
const asPage = (code: number): Record<string, unknown> => ({
	responseCode: code,
	responseHeaders: {
		entries: [
			{ name: 'Content-Type', value: 'text/html; charset=utf-8' },
			{ name: 'Cache-Control', value: 'no-store' },
		],
	},
});

/** Answers whoever opened the address. */
const respond = (name: string, body: string, code: number): Step => ({
	name,
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	parameters: { respondWith: 'text', responseBody: body, options: asPage(code) },
});

/** Nobody reads the page without the password: the address alone must not show an account's figures. */
const webhook: Step = {
	name: 'When the page is opened',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: {
		httpMethod: 'GET',
		path: 'extensiv-dashboard',
		authentication: 'basicAuth',
		responseMode: 'responseNode',
		options: {},
	},
};

const create = extensiv(
	'Create the dashboard',
	'Insights',
	{ resource: 'dashboard', operation: 'create', from: '', to: '', inventoryAccuracy: '', failures: {}, options: {} },
	{ onError: 'continueErrorOutput' },
);

/** Flow 10: a page with the figures of the account, created whenever somebody opens it. */
export const dashboard = (): Workflow =>
	workflowOf(
		'Extensiv dashboard',
		'A page with orders, time to ship, open orders by age, canceled share and failures, created whenever somebody ' +
			'opens its address. It only reads.\n\n**Before the first run**\n' +
			'1. *When the page is opened*: choose or create a *Basic Auth* credential. Its name and password open the page.\n' +
			'2. *Create the dashboard*: choose your credential for Extensiv; one with *Read Only* is enough.\n' +
			'3. Publish the workflow, and open the *Production URL* of *When the page is opened*.',
		[
			{
				title: 'Somebody opens the page',
				note: 'Change *Path* if you like. Without the password the figures are not shown; keep the authentication on.',
				steps: [webhook],
			},
			{
				title: 'Make the page',
				note:
					'Covers the last 30 days unless you set *From* and *To*. To list failures, put a step before this one that reads ' +
					'them, and map their fields under *Failures*. *Inventory Accuracy* comes from *Stock: Reconcile*.',
				steps: [create],
			},
			{
				title: 'Show it',
				note: '**Upper branch**: the page. **Lower branch**: if Extensiv cannot be read, the page says why and what to do.',
				steps: [
					respond('Show the page', '={{ $json.html }}', 200),
					respond(
						'Say what went wrong',
						'={{ "<!doctype html><title>Extensiv</title><p>" + [$json.error, $json.message].join(" ")' +
							'.replace(/&/g, "&amp;").replace(/</g, "&lt;") + "</p>" }}',
						502,
					),
				],
				links: [{ from: create.name, output: 2, to: 'Say what went wrong' }],
				entry: 'Show the page',
			},
		],
		IDLE,
	);
