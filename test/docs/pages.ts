import type { Endpoint } from '../../nodes/shared/api/endpoint';
import { GUIDE } from '../../nodes/shared/api/guide/catalogue';
import { LIVE } from '../../nodes/shared/api/live/catalogue';
import { CODE_REMEDIES, REMEDIES } from '../../nodes/shared/n8n/remedies';

const MADE = '<!-- Made by `npm run docs` from the code; a test fails when it is out of date. -->';

/** The pages of `docs/` that are made from the code's own tables, by file name. */
export const pages = (): Record<string, string> => ({ 'api-coverage.md': apiCoverage(), 'errors.md': errors() });

const words = (name: string): string => name.replace(/([A-Z0-9]+)/g, ' $1').toLowerCase().replace(/^./, (first) => first.toUpperCase());

const REPEATS = { safe: 'sent again', lookup: 'looked up first', never: 'not repeated' };

function paging({ paging: pages }: Endpoint): string {
	return pages ? `\`page\`, \`${pages.sizeParameter}\`: ${pages.defaultSize} by default, up to ${pages.maxSize}` : '–';
}

function pace({ pace: given }: Endpoint): string {
	if (!given) return '–';
	const seconds = 1 / given.perSecond;
	return given.perSecond >= 1 ? `${given.perSecond} a second` : `1 in ${Math.round(seconds)} seconds`;
}

function table(rows: Record<string, Endpoint>): string {
	const lines = Object.values(rows).map((row) =>
		[words(row.name), row.method, `\`${row.path}\``, row.evidence, paging(row), pace(row), row.batch ?? '–', REPEATS[row.repeat]].join(' | '),
	);
	return ['call | method | path | evidence | pages | pace | batch | after a lost answer', '--- | --- | --- | --- | --- | --- | --- | ---', ...lines]
		.map((line) => `| ${line} |`)
		.join('\n');
}

const apiCoverage = (): string => `# Calls of the APIs
${MADE}

Every call that the package makes, from its endpoint catalogues. The evidence tags are explained in [api-sources.md](api-sources.md). *After a lost answer* says what
follows when a connection breaks after a request was sent: whether it is sent again, whether the package first looks if it took effect, or whether it is left to you.
A batch is the number of rows that go into one request.

## Live API (${Object.keys(LIVE).length} calls)

${table(LIVE)}

## Developer guide's contract (${Object.keys(GUIDE).length} calls)

${table(GUIDE)}
`;

const TITLES: Record<keyof typeof REMEDIES, string> = {
	unauthorized: 'The service does not accept the credential (401)',
	forbidden: 'The credential is not allowed to do this (403)',
	notFound: 'The service does not have what was asked for (404)',
	refused: 'The service refused the request (400, 409, 413, 422)',
	rateLimited: 'The service asks to slow down (429)',
	unavailable: 'The service has trouble of its own (5xx)',
	unreachable: 'The service cannot be reached',
	unreadable: 'The answer is not as expected',
	unreadableRecord: 'One record cannot be read, the others can',
	effectUnknown: 'Whether the change took effect is not known',
	readOnly: 'The credential is read only',
	insecureUrl: 'An address does not start with https://',
	notOffered: 'The contract does not have this',
	rowRefused: 'A row was refused, the others went through',
	cancelled: 'The execution was stopped',
};

const errors = (): string => `# When something fails
${MADE}

A message names the item and the field, quotes the service's own words, and its description says what to do. On the error output a failed item has its own fields, \`error\` and \`message\`.
Busy services (408, 425, 429, 5xx) and broken connections are tried again first, by default five times within two minutes.

| what it says | cause | what to do |
| --- | --- | --- |
${Object.entries(REMEDIES)
	.map(([kind, { cause, remedy }]) => `| ${TITLES[kind as keyof typeof REMEDIES]} | ${cause} | ${remedy} |`)
	.join('\n')}
| *Field*: … is not … (before anything is sent) | A value of the item cannot be used. | Correct the field of that item; the message has an example. |

## Codes of the service

| code | what to do |
| --- | --- |
${Object.entries(CODE_REMEDIES)
	.map(([code, remedy]) => `| ${code} | ${remedy} |`)
	.join('\n')}
`;
