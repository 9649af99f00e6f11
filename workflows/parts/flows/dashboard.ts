import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { getRows } from '../steps/dataTables';
import { IDLE } from '../executions';
import { ITEMS_OF, openFailures } from '../failures';
import { extensiv, pageOpened, respond, setFields } from '../steps/n8nSteps';
import { reconciliationResults } from './reconciliation';
import type { Section } from '../step';
import { INCIDENTS } from './alerts';

const webhook = pageOpened('extensiv-dashboard');

const create = extensiv(
	'Create the dashboard',
	'Insights',
	{
		resource: 'dashboard',
		operation: 'create',
		from: '',
		to: '',
		inventoryAccuracy: '={{ $json.accuracy }}',
		failures: { reason: '={{ $json.reason }}', subject: '={{ $json.subject }}', time: '={{ $json.time }}' },
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

/** None of the tables has to exist. */
const failed = (): Section => ({
	title: 'Read what failed',
	note:
		'Reads the data tables that the other templates keep, as far as they exist: what failed and is not closed, open incidents ' +
		'of *Extensiv alerts*, and the accuracy of the last comparison of stock.\n\n' +
		'Shows time, flow, key, reason and remedy, and nothing of the item itself.\n\n**Settings**: *onlyWorkflows* are those of this account, ' +
		'separated by `;` (empty: all).',
	steps: [
		setFields('Settings', [{ name: 'onlyWorkflows', value: '' }]),
		openFailures('Failed items'),
		{
			...getRows('Incidents', INCIDENTS, [{ column: 'state', is: 'resolved', condition: 'neq' }]),
			onError: 'continueRegularOutput',
		},
		reconciliationResults('Reconciliations'),
		codeFrom(
			'What to show',
			['common/last-failures.js', 'common/standing.js'],
			`${ITEMS_OF}
const isChosen = selection($('Settings').first().json.onlyWorkflows);
return lastFailures(itemsOf('Failed items'), itemsOf('Incidents'), itemsOf('Reconciliations'), new Date(), isChosen)
	.map((json) => ({ json }));`,
		),
	],
});

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
			failed(),
			{
				title: 'Make the page',
				note: 'Covers the last 30 days unless you set *From* and *To*. Lists the last 15 failures.',
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
