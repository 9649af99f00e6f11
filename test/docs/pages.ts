import type { Confirmation, Endpoint } from '../../nodes/shared/http/endpoint';
import { GUIDE } from '../../nodes/shared/api/guide/catalogue';
import { LIVE } from '../../nodes/shared/api/live/catalogue';
import { DEFAULT_TIMEOUT_MS } from '../../nodes/shared/http/client';
import { IDLE_PAGES } from '../../nodes/shared/http/paginate';
import { DEFAULT_RETRY } from '../../nodes/shared/http/retry';
import { operationsTable } from './operations';
import { performanceFiles } from './performance';
import { FAILURE_CLASSES } from '../../nodes/shared/n8n/errors/failureClass';
import { REMEDIES, SERVICE_CODES } from '../../nodes/shared/n8n/errors/remedies';

const MADE = '<!-- Generated from the code by `npm run docs`; a test fails if it is out of date. -->';

/** The files of `docs/` that are generated from the code's own tables and from the benchmark's figures, by name. */
export const pages = (): Record<string, string> => ({
	'api-coverage.md': apiCoverage(),
	'errors.md': errors(),
	...performanceFiles(),
});

const labels = (name: string): string =>
	name
		.replace(/([A-Z0-9]+)/g, ' $1')
		.toLowerCase()
		.replace(/^./, (first) => first.toUpperCase());

const CONFIRMS: Record<Confirmation['by'], string> = {
	results: 'a result for each row',
	result: 'one result for all rows',
	id: 'an ID',
	thing: 'the record itself',
	list: 'an entry for each record',
	values: 'the values that were set',
	lookUp: 'only a look-up',
};

function confirms({ confirms: given }: Endpoint): string {
	return given ? `${CONFIRMS[given.by]}${given.empty ? ', or nothing' : ''}` : '–';
}

const REPEATS = { retry: 'sent again', reconcile: 'looked up first', fail: 'not repeated' };

function paging({ paging: pages }: Endpoint): string {
	return pages ? `\`page\`, \`${pages.sizeParameter}\`: ${pages.defaultSize} by default, up to ${pages.maxSize}` : '–';
}

function rateLimit({ rateLimit: given }: Endpoint): string {
	if (!given) return '–';
	const seconds = 1 / given.perSecond;
	return given.perSecond >= 1 ? `${given.perSecond} per second` : `1 in ${Math.round(seconds)} seconds`;
}

function table(rows: Record<string, Endpoint>): string {
	const lines = Object.values(rows).map((row) =>
		[
			labels(row.name),
			row.method,
			`\`${row.path}\``,
			row.evidence,
			paging(row),
			rateLimit(row),
			row.batch ?? '–',
			REPEATS[row.onLostResponse],
			confirms(row),
		].join(' | '),
	);
	return [
		'call | method | path | evidence | pages | rate limit | batch | after a lost response | confirmed by',
		'--- | --- | --- | --- | --- | --- | --- | --- | ---',
		...lines,
	]
		.map((line) => `| ${line} |`)
		.join('\n');
}

const apiCoverage = (): string => `# Operations and calls
${MADE}

## Operations

*g*: under the developer guide's contract too.

${operationsTable()}

## Calls

Every call that the package makes, from its endpoint catalogues. [api-sources.md](api-sources.md) explains the evidence tags. *After a lost response* says what happens
when a connection breaks after a request was sent: the package sends it again, first looks up whether it took effect, or leaves it to you.
A batch is the number of rows in one request. *Confirmed by* says what a response must contain for a change to count as done: a success status alone
proves nothing. If the response does not confirm a change, the package looks it up where a read shows it, and otherwise reports it as not confirmed.

### Live API (${Object.keys(LIVE).length} calls)

${table(LIVE)}

### Developer guide's contract (${Object.keys(GUIDE).length} calls)

${table(GUIDE)}
`;

const seconds = (milliseconds: number): string => `${milliseconds / 1000} seconds`;
const LONGEST_TIMEOUT_MS = Math.max(
	...[...Object.values(LIVE), ...Object.values(GUIDE)].map(({ timeoutMs = 0 }: Endpoint) => timeoutMs),
);

const TITLES: Record<keyof typeof REMEDIES, string> = {
	unauthorized: 'The service does not accept the credential (401)',
	forbidden: 'The credential is not allowed to do this (403)',
	notFound: 'The service found no such record or address (404)',
	refused: 'The service rejected the request (400, 409, 413, 422)',
	redirected: 'The service redirects the request (3xx)',
	rateLimited: 'The service is limiting requests (429)',
	unavailable: 'The service failed (5xx)',
	unreachable: 'The service cannot be reached',
	unreadable: 'The response is not as expected',
	unreadableRecord: 'One record cannot be read, the others can',
	indeterminate: 'Whether the change took effect is not known',
	unconfirmed: 'The response does not confirm the change',
	feedLost: 'Changed stock levels may be lost',
	readOnly: 'The credential is read-only',
	retryOnFail: 'Retry On Fail is on',
	insecureUrl: 'An address does not start with https://',
	unsupported: 'The contract does not have this',
	rowRefused: 'A row was rejected, the others succeeded',
	cancelled: 'The execution was stopped',
};

const errors = (): string => `# When something fails
${MADE}

A message names the item and the field, quotes the service's own message, and its description says what to do. On the error output, a failed item has its own fields, \`error\` (what happened), \`message\` (what to do) and \`failure\` (its [class](#the-class-of-a-failure)).
Busy services (408, 425, 429, 5xx) and broken connections are retried first, by default with up to five tries within two minutes.

| message | cause | what to do |
| --- | --- | --- |
${Object.entries(REMEDIES)
	.map(([kind, { cause, remedy }]) => `| ${TITLES[kind as keyof typeof REMEDIES]} | ${cause} | ${remedy} |`)
	.join('\n')}
| *Field*: … is not … (before anything is sent) | A value of the item cannot be used. | Correct the field of that item; the message includes an example. |

## The class of a failure

Failed items have it in the field \`failure\`, so that a workflow can branch on it: \`{{ $json.failure === 'serviceDown' }}\`. An error that stops a workflow has it in \`failure.class\`; in an error workflow that is
\`{{ $json.execution.error.failure.class }}\`, and \`failure.retryAfterMs\` says how long the service asks to wait, where it does.

| class | meaning | will the same item succeed later? |
| --- | --- | --- |
${Object.entries(FAILURE_CLASSES)
	.map(([name, { meaning, again }]) => `| \`${name}\` | ${meaning} | ${again} |`)
	.join('\n')}

## How long things may take

| what | bound |
| --- | --- |
| a request | ${seconds(DEFAULT_TIMEOUT_MS)} until its response is complete, for slow calls up to ${seconds(LONGEST_TIMEOUT_MS)}; *Timeout* in the options changes this. A service that only sends a byte now and then also times out. |
| waiting for a busy service | ${DEFAULT_RETRY.maxTries} tries and ${seconds(DEFAULT_RETRY.maxWaitMs)} per request; *Max Tries* and *Max Wait* in the options change this. A 429 that names a wait slows the node down and only counts the time, unless *Requests per Second* is set. |
| a list | None: it is read to its end. It ends with an error when a page is the same as the previous one, or when ${IDLE_PAGES} pages in a row contain no new row. A new version of a known row does not count as a new row. *API Request* recognizes a row by its ID, or else by all its values except times. |
| a list to which the service adds without end | None, because it looks like any long list: use *Limit*, filters, or the *Stop* button. |
| *Stop* | Waits and requests end within a second. A change that was under way may or may not be done; the error says so. |
| long runs | While a node reads thousands of items, it yields to n8n about every 25 milliseconds. |

## When a workflow stops in the middle

With *On Error* on *Stop Workflow*, the description of the error accounts for every item, counted from 1: done, refused, not done (it was sent, and the service certainly did nothing), not sent, or
“may or may not be done” (check in Order Manager first). *Retry On Fail* runs the whole node again, with all items. So the node refuses it, before anything is sent, for operations that would repeat
a change in a second run: Stock Level → Add and Remove, Stock Record → Move, Order → Split, Order Item → Add, Shipment → Ship Standard and Void, the Create operations with *Look Up … First* turned off, and API
Request with any method except GET.

## Error codes of the service

| code | what to do |
| --- | --- |
${Object.entries(SERVICE_CODES)
	.map(([code, { remedy }]) => `| ${code} | ${remedy} |`)
	.join('\n')}
`;
