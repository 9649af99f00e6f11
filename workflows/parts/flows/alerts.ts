import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { addRows, again, createTable, deleteRows, getRows, upsertRow } from '../steps/dataTables';
import { IDLE } from '../executions';
import { FAILURES, ITEMS_OF, openFailures } from '../failures';
import { code, everyMinutes, extensiv, ifTrue, loopOneByOne, setFields } from '../steps/n8nSteps';
import { RECONCILIATIONS, reconciliationResults } from './reconciliation';
import type { Section, Step } from '../step';
import { calledByOthers } from '../steps/subWorkflows';

/** n8n finds a table by a part of its name, so no name is part of another. */
export const INCIDENTS = 'Extensiv incidents';
const EVENTS = 'Extensiv events';

const FAILED = 'When an execution fails';
const CALLED = 'When a workflow reports';
const CHANGES = 'What has become of them';
const MINUTES = 5;

/** The columns, in the order in which a person reads them. */
const INCIDENT_COLUMNS = {
	key: 'string',
	state: 'string',
	class: 'string',
	reason: 'string',
	remedy: 'string',
	workflow: 'string',
	execution: 'string',
	events: 'number',
	firstSeen: 'date',
	lastSeen: 'date',
	resolvedAt: 'date',
	watcher: 'string',
} as const;
const EVENT_COLUMNS = {
	key: 'string',
	class: 'string',
	reason: 'string',
	remedy: 'string',
	workflow: 'string',
	execution: 'string',
	events: 'number',
	at: 'date',
	watcher: 'string',
} as const;

const ROWS_OF = `const rowsOf = (step) =>
	$(step).all().map(({ json }) => json).filter(({ key }) => key !== undefined);`;

const OWN = [{ column: 'watcher', is: '={{ $workflow.id }}' }];
const INCIDENT = [{ column: 'key', is: '={{ $json.key }}' }, ...OWN];

/** Flow 8: one message for each incident, and another one when it is over. */
export function alerts(): Workflow {
	return workflowOf(
		'Extensiv alerts',
		'Sends **one message for each incident**, however many executions fail, and one when it is resolved. An incident is an authentication ' +
			'failure, a service that is down or limits requests (whatever workflow meets it), or what concerns one workflow: items that failed, the brake ' +
			'of stock, differences of a reconciliation, other failures.\n\n' +
			'**Before the first run**\n1. *Check the connection*: choose your credential for Extensiv; one with *Read Only* is enough. ' +
			'*Send e-mail*: enter the addresses, choose a credential, and turn the step on (right-click, *Activate*). Until then, ' +
			'incidents count as reported, and nobody hears of them.\n' +
			'2. Publish this workflow. Failed items, the brake and differences are found without more.\n' +
			'3. For executions that fail as a whole: in each other workflow, *••• → Settings → Error Workflow*, and choose it.\n' +
			'4. Several accounts: duplicate this workflow, one for each, and name its flows under *onlyWorkflows*.',
		[happening(), look(), say()],
		IDLE,
	);
}

const errorTrigger: Step = { name: FAILED, type: 'n8n-nodes-base.errorTrigger', typeVersion: 1, parameters: {} };

/** Only notes events down: executions that fail side by side must not each send a message. */
const happening = (): Section => ({
	title: 'Something fails',
	note:
		`Notes it down in the data table *${EVENTS}*. n8n starts **${FAILED}** by itself. To report items of a workflow of your own, ` +
		`call this workflow with them (*Execute Workflow*); give each a field \`workflow\` with \`{{ $workflow.name }}\`.`,
	steps: [
		errorTrigger,
		calledByOthers(CALLED),
		// Two executions that fail at once may both try to make it.
		{ ...createTable('Table of events', EVENTS, EVENT_COLUMNS), onError: 'continueRegularOutput' },
		codeFrom(
			'What happened',
			['common/alerts.js'],
			`${ITEMS_OF}
const happenings = [...itemsOf('${FAILED}'), ...itemsOf('${CALLED}')];
return eventsOf(happenings, $workflow.id, new Date()).map((json) => ({ json }));`,
		),
		addRows('Note it down', EVENTS),
	],
	links: [
		{ from: FAILED, to: 'Table of events' },
		{ from: CALLED, to: 'Table of events' },
		{ from: 'Table of events', to: 'What happened' },
		{ from: 'What happened', to: 'Note it down' },
	],
});

const check = extensiv(
	'Check the connection',
	'Insights',
	{ resource: 'connection', operation: 'check', options: { maxTries: 2, maxWaitSeconds: 20 } },
	{ onError: 'continueErrorOutput', executeOnce: true },
);

const look = (): Section & { apart: true } => ({
	title: `Look, every ${MINUTES} minutes`,
	note:
		`Puts the events into the data table *${INCIDENTS}*: one row for each. An authentication failure, or a service that is down or limits ` +
		'requests, is over when a check of the connection succeeds; it is only made while there is one.\n\n' +
		`Also looks at the data tables *${FAILURES}* and *${RECONCILIATIONS}*, if they exist: what they have is over when it is mended there.\n\n` +
		'**Settings**: others are over after *quietMinutes* without an event, differences that were reported by a call after ' +
		'*quietMinutesOfDifferences*. *onlyWorkflows*: the flows whose items and differences are watched, separated by `;` (empty: all).',
	apart: true,
	steps: [
		everyMinutes(MINUTES, `Every ${MINUTES} minutes`),
		setFields('Settings', [
			{ name: 'quietMinutes', value: 60 },
			{ name: 'quietMinutesOfDifferences', value: 1500 },
			{ name: 'onlyWorkflows', value: '' },
		]),
		createTable('Table of incidents', INCIDENTS, INCIDENT_COLUMNS),
		createTable('The same table of events', EVENTS, EVENT_COLUMNS),
		again(getRows('Incidents', INCIDENTS, OWN)),
		again(getRows('Events', EVENTS, OWN)),
		openFailures('Failed items'),
		reconciliationResults('Reconciliations'),
		codeFrom(
			'Is a check due?',
			['common/alerts.js'],
			`${ROWS_OF}
return [{ json: { checkIsDue: needsCheck(rowsOf('Incidents')) } }];`,
		),
		ifTrue('Check?', '={{ $json.checkIsDue }}'),
		check,
		codeFrom(
			CHANGES,
			['common/alerts.js', 'common/standing.js'],
			`${ROWS_OF}
const itemsOf = (step) => $(step).all().map(({ json }) => json);
const settings = { ...$('Settings').first().json, watcher: $workflow.id };
const standing = standingOf(itemsOf('Failed items'), itemsOf('Reconciliations'), settings.onlyWorkflows);
const check = $input.all().map(({ json }) => json);
return changesOf(rowsOf('Incidents'), rowsOf('Events'), check, new Date(), settings, standing)
	.map((json) => ({ json }));`,
		),
	],
	links: [
		{ from: `Every ${MINUTES} minutes`, to: 'Settings' },
		{ from: 'Settings', to: 'Table of incidents' },
		{ from: 'Table of incidents', to: 'The same table of events' },
		{ from: 'The same table of events', to: 'Incidents' },
		{ from: 'Incidents', to: 'Events' },
		{ from: 'Events', to: 'Failed items' },
		{ from: 'Failed items', to: 'Reconciliations' },
		{ from: 'Reconciliations', to: 'Is a check due?' },
		{ from: 'Is a check due?', to: 'Check?' },
		{ from: 'Check?', to: check.name },
		{ from: 'Check?', output: 1, to: CHANGES },
		{ from: check.name, to: CHANGES },
		{ from: check.name, output: 2, to: CHANGES },
	],
});

const email: Step = {
	name: 'Send e-mail',
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	parameters: {
		resource: 'email',
		operation: 'send',
		fromEmail: '',
		toEmail: '',
		subject: '={{ $json.subject }}',
		emailFormat: 'text',
		text: '={{ $json.text }}',
		options: { appendAttribution: false },
	},
	disabled: true,
};

const LOOP = 'One incident at a time';
const IS_NEWS = 'Something to say?';
const UNDER_WAY = 'As long as it is under way';
const MESSAGE = 'Message';
const ROW = 'As it is now';
/** In expressions and code: what has become of the incident that it is the turn of. */
const CHANGE = `$('${LOOP}').first(1).json`;

/** One incident after the other: a message that cannot be sent must not have the others sent again with the next look. */
const say = (): Section => ({
	title: 'Say it',
	note:
		'**Message** has what to send: *subject* and *text*. **Send e-mail** is off until you have chosen a credential. **Chat instead of e-mail**: ' +
		'put the step of your chat (Slack, Microsoft Teams, Telegram …) in its place, with `{{ $json.text }}` as its message.\n\n' +
		'If a message cannot be sent, the execution fails, and the next one sends it.',
	steps: [
		loopOneByOne(LOOP),
		ifTrue(IS_NEWS, '={{ $json.message !== null }}'),
		code(UNDER_WAY, `return [{ json: ${CHANGE}.underWay }];`),
		upsertRow('Note that it is under way', INCIDENTS, INCIDENT),
		setFields(
			MESSAGE,
			['kind', 'class', 'subject', 'text'].map((name) => ({ name, value: `={{ ${CHANGE}.message.${name} }}` })),
		),
		email,
		code(ROW, `return [{ json: ${CHANGE}.row }];`),
		upsertRow('Write the incident', INCIDENTS, INCIDENT),
		deleteRows('Delete its events', EVENTS, [
			{ column: 'key', is: '={{ $json.key }}' },
			...OWN,
			{ column: 'id', is: `={{ ${CHANGE}.lastEventId }}`, condition: 'lte' },
		]),
	],
	links: [
		{ from: LOOP, output: 1, to: IS_NEWS },
		{ from: IS_NEWS, to: UNDER_WAY },
		{ from: UNDER_WAY, to: 'Note that it is under way' },
		{ from: 'Note that it is under way', to: MESSAGE },
		{ from: MESSAGE, to: email.name },
		{ from: email.name, to: ROW },
		{ from: IS_NEWS, output: 1, to: ROW },
		{ from: ROW, to: 'Write the incident' },
		{ from: 'Write the incident', to: 'Delete its events' },
		{ from: 'Delete its events', to: LOOP },
	],
	lanes: { [UNDER_WAY]: 1, 'Note that it is under way': 1, [MESSAGE]: 1, [email.name]: 1 },
});
