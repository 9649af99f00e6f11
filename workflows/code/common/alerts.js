// The code of "Extensiv alerts": which incident a failure belongs to, and what becomes of the incidents.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LONGEST = 500;

/** Classes that concern the account, whatever workflow meets them. A check of the connection ends them. */
const OF_THE_CONNECTION = ['authentication', 'serviceDown', 'rateLimit'];

/** Classes that the table of failures tells: their incidents last until it has no such row any more. */
const OF_FAILURES = ['failedItems', 'brake'];
/** The step with which a flow ends when its brake has stopped it. The table of failures says the same. */
const BRAKE_STEP = 'Stop and ask';

const TITLES = {
	authentication: 'the credential is not accepted',
	serviceDown: 'the service does not answer',
	rateLimit: 'the service limits requests',
	discrepancy: 'numbers differ',
	failedItems: 'items failed',
	brake: 'the brake has stopped stock',
	other: 'a workflow fails',
};

const textOf = (value) => String(value ?? '').trim();
const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
const firstOf = (...values) => values.map(textOf).find((text) => text !== '') ?? '';

const classOf = (failure) => (OF_THE_CONNECTION.includes(failure) ? failure : 'other');

const isObject = (value) => typeof value === 'object' && value !== null;

/** An execution that failed, as n8n's Error Trigger gives it. A trigger that failed has no execution. */
function ofExecution({ execution, trigger, workflow }) {
	const error = execution?.error ?? trigger?.error ?? {};
	const step = firstOf(execution?.lastNodeExecuted, error.node?.name);
	const message = firstOf(error.message, 'The execution failed.');
	return {
		class: step === BRAKE_STEP ? 'brake' : classOf(error.failure?.class),
		reason: step === '' ? message : `${step}: ${message}`,
		remedy: textOf(error.description),
		workflow: firstOf(workflow?.name, 'unknown'),
		execution: textOf(execution?.url),
	};
}

/** An item of a workflow that calls this one. Undefined if it says that all is well. */
function ofItem(item) {
	const from = { workflow: firstOf(item.workflow, 'unknown'), execution: textOf(item.execution) };
	if (item.accuracyPercent === 100) return undefined;
	if (item.failure !== undefined)
		return { class: classOf(item.failure), reason: textOf(item.error), remedy: textOf(item.message), ...from };
	const subject = firstOf(item.orderNumber, item.sku);
	if (typeof item.accuracyPercent === 'number')
		return {
			class: 'discrepancy',
			reason: `${item.equal ?? '?'} of ${item.compared ?? '?'} are equal (${item.accuracyPercent} %).`,
			remedy: 'Look at the differences in the execution of the reconciliation.',
			...from,
		};
	if (item.outcome !== undefined)
		return {
			class: 'discrepancy',
			reason: subject === '' ? textOf(item.outcome) : `${subject}: ${item.outcome}`,
			remedy: 'Correct the side that is wrong: the ERP or Extensiv.',
			...from,
		};
	const reason = firstOf(item.reason, item.problem, item.error, item.message, 'A workflow reports a failure.');
	return { class: 'other', reason, remedy: firstOf(item.remedy, item.whatToDo), ...from };
}

const keyOf = ({ class: kind, workflow }, id) => {
	if (OF_THE_CONNECTION.includes(kind)) return kind;
	// Two workflows may have the same name, as copies for two accounts do.
	return `${kind}: ${id ?? workflow}`;
};

/**
 * The events to note down: one for each incident that the happenings belong to.
 * @param happenings items of the Error Trigger (`{execution or trigger, workflow}`) or of a workflow that calls
 * @param watcher ID of this workflow: each account may have an own one
 */
function eventsOf(happenings, watcher, now) {
	const byKey = new Map();
	for (const happening of happenings) {
		if (Object.keys(happening).length === 0) continue;
		const isExecution = isObject(happening.execution) || isObject(happening.trigger);
		const event = isExecution ? ofExecution(happening) : ofItem(happening);
		if (event === undefined) continue;
		const key = keyOf(event, happening.workflow?.id);
		const { events = 0 } = byKey.get(key) ?? {};
		const first = byKey.get(key) ?? { ...event, reason: short(event.reason), remedy: short(event.remedy) };
		byKey.set(key, { watcher, key, ...first, events: events + 1, at: now.toISOString() });
	}
	return [...byKey.values()];
}

/**
 * `alerting` and `resolving` are states of incidents whose message is under way. If n8n ends in between, nobody knows
 * whether it has left: it is sent again, rather twice than never.
 */
const UNDER_WAY = { alert: 'alerting', resolved: 'resolving' };
const isKnownToBeWrong = ({ state }) => state === 'open' || state === UNDER_WAY.resolved;

const needsCheck = (incidents) =>
	incidents.some((one) => isKnownToBeWrong(one) && OF_THE_CONNECTION.includes(one.class));

const titleOf = (incident) =>
	OF_THE_CONNECTION.includes(incident.class)
		? TITLES[incident.class]
		: `${TITLES[incident.class] ?? TITLES.other} (${incident.workflow})`;

const timeOf = (date) => `${date.slice(0, 16).replace('T', ' ')} UTC`;
const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const messageOf = (kind, incident, lines) => ({
	kind,
	class: incident.class,
	subject: `Extensiv ${kind}: ${titleOf(incident)}`,
	text: [`${capital(titleOf(incident))}${kind === 'resolved' ? ': resolved' : ''}.`, '', ...lines]
		.filter((line) => line !== undefined)
		.join('\n'),
});

const alertOf = (incident) =>
	messageOf('alert', incident, [
		`What happened: ${incident.reason}`,
		incident.remedy === '' ? undefined : `What to do: ${incident.remedy}`,
		`Workflow: ${incident.workflow}`,
		`Since: ${timeOf(incident.firstSeen)}`,
		incident.execution === '' ? undefined : `Execution: ${incident.execution}`,
	]);

const isLasting = ({ class: kind }) => kind === 'discrepancy' || OF_FAILURES.includes(kind);

const resolvedOf = (incident) =>
	messageOf('resolved', incident, [
		isLasting(incident)
			? `From ${timeOf(incident.firstSeen)} until ${timeOf(incident.resolvedAt)}. The last time: ${incident.reason}`
			: `It happened ${incident.events === 1 ? 'once' : `${incident.events} times`}, from ` +
				`${timeOf(incident.firstSeen)} until ${timeOf(incident.lastSeen)}. The last time: ${incident.reason}`,
	]);

/** What becomes of an incident: its row, the last of the events that are in it, and what is to be said. */
const changeTo = (row, events, message) => ({
	row,
	underWay: message && { ...row, state: UNDER_WAY[message.kind] },
	lastEventId: Math.max(0, ...events.map(({ id }) => id)),
	message,
});

/** When an incident that has come back was over the last time; null if it is the first time. */
const lastResolved = (known) => known?.resolvedAt ?? null;

/** The incident after new events; with a message if it was not known to be open. */
function withEvents(known, events) {
	const isOpen = known?.state === 'open';
	const times = events.map(({ at }) => at).sort();
	const { watcher, key, class: kind, reason, remedy, workflow, execution } = events.at(-1);
	const count = events.reduce((sum, event) => sum + Number(event.events), 0);
	const row = {
		watcher,
		key,
		state: 'open',
		class: kind,
		reason,
		remedy,
		workflow,
		execution,
		events: (isOpen ? Number(known.events) : 0) + count,
		firstSeen: isOpen ? known.firstSeen : times[0],
		lastSeen: times.at(-1),
		resolvedAt: lastResolved(known),
	};
	return changeTo(row, events, isOpen ? null : alertOf(row));
}

/** The incident as a table has it now; undefined if nothing has changed. It is said if it was not known to be open. */
function withStanding(known, one, events, watcher) {
	const isOpen = known?.state === 'open';
	const { key, class: kind, reason, remedy, workflow } = one;
	const row = {
		watcher,
		key,
		state: 'open',
		class: kind,
		reason: short(reason),
		remedy: short(remedy),
		workflow,
		execution: firstOf(events.at(-1)?.execution, isOpen ? known.execution : ''),
		events: Math.max(one.events, isOpen ? Number(known.events) : 0),
		firstSeen: isOpen ? known.firstSeen : one.firstSeen,
		lastSeen: one.lastSeen,
		resolvedAt: lastResolved(known),
	};
	const isSame = isOpen && ['reason', 'events', 'lastSeen'].every((name) => row[name] === known[name]);
	if (isSame && events.length === 0) return undefined;
	return changeTo(row, events, isOpen ? null : alertOf(row));
}

const hasComeBackSoon = ({ firstSeen, resolvedAt }) =>
	resolvedAt !== null && Date.parse(firstSeen) - Date.parse(resolvedAt) < DAY;

const isQuietFor = (minutes, { lastSeen }, now) => now.getTime() - Date.parse(lastSeen) >= minutes * MINUTE;

/** Whether an open incident without new events, which no table has, is over. */
function isOver(incident, check, now, { quietMinutes, quietMinutesOfDifferences }, standing) {
	if (OF_FAILURES.includes(incident.class)) return !standing.unread.includes('failures');
	if (incident.class === 'discrepancy' && standing.reconciled.includes(incident.key)) return true;
	if (OF_THE_CONNECTION.includes(incident.class)) {
		const report = check.find(({ status }) => status !== undefined);
		// A report with areas that failed still says that the credential was accepted.
		const isWell = report !== undefined && (incident.class === 'authentication' || textOf(report.failed) === '');
		// What comes back soon although the check succeeds must be quiet for a while, or each look would say something.
		return isWell && (!hasComeBackSoon(incident) || isQuietFor(quietMinutes, incident, now));
	}
	const minutes = incident.class === 'discrepancy' ? quietMinutesOfDifferences : quietMinutes;
	return isQuietFor(minutes, incident, now);
}

const COLUMNS = 'watcher key class reason remedy workflow execution events firstSeen lastSeen'.split(' ');
const columnsOf = (incident) => Object.fromEntries(COLUMNS.map((name) => [name, incident[name]]));

function closed(incident, now) {
	const row = { ...columnsOf(incident), state: 'resolved', resolvedAt: now.toISOString() };
	// The row stays for good, so it keeps nothing of what a reason quotes.
	return {
		...changeTo(row, [], resolvedOf(row)),
		row: { ...row, reason: row.reason.replace(/“[^”]*”|"[^"]*"/g, '“…”') },
	};
}

/** An incident whose alert may not have left, and of which nothing is to be seen any more. The next look resolves it. */
function saidAgain(incident) {
	const row = { ...columnsOf(incident), state: 'open', resolvedAt: lastResolved(incident) };
	return changeTo(row, [], alertOf(row));
}

/**
 * What has become of the incidents since the last look.
 * @param incidents rows of the table, open ones and resolved ones
 * @param events rows of the table of events; they are deleted once they are in an incident
 * @param check what *Connection: Check* gave, with `status`, or with `failure`; empty if it did not run
 * @param settings `{watcher, quietMinutes, quietMinutesOfDifferences}`: ID of this workflow; how long nothing may happen
 * until an incident is over that neither a check nor a table can end
 * @param standing what tables say is wrong now (`standing.js`)
 * @returns those to write: first those of which nothing is to be said
 */
function changesOf(incidents, events, check, now, settings, standing) {
	const known = new Map(incidents.map((incident) => [incident.key, incident]));
	const byKey = new Map();
	for (const event of events) byKey.set(event.key, [...(byKey.get(event.key) ?? []), event]);
	const inTables = new Set(standing.incidents.map(({ key }) => key));
	const isQuiet = ({ key }) => !byKey.has(key) && !inTables.has(key);
	const changes = [
		...[...byKey].filter(([key]) => !inTables.has(key)).map(([key, ofKey]) => withEvents(known.get(key), ofKey)),
		...standing.incidents
			.map((one) => withStanding(known.get(one.key), one, byKey.get(one.key) ?? [], settings.watcher))
			.filter((change) => change !== undefined),
		...incidents
			.filter((one) => isKnownToBeWrong(one) && isQuiet(one) && isOver(one, check, now, settings, standing))
			.map((one) => closed(one, now)),
		...incidents.filter((one) => one.state === UNDER_WAY.alert && isQuiet(one)).map(saidAgain),
	];
	return [...changes.filter(({ message }) => message === null), ...changes.filter(({ message }) => message !== null)];
}

module.exports = { eventsOf, needsCheck, changesOf };
