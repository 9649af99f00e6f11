import { createHash } from 'node:crypto';
import type { Setting } from '../erp';
import type { Step } from '../step';

/** n8n's own nodes, as its editor writes them. */

export const manualTrigger = (name = 'Start'): Step => ({
	name,
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
});

export const everyMinutes = (minutes: number, name: string): Step => ({
	name,
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'minutes', minutesInterval: minutes }] } },
});

export const everyDayAt = (hour: number, name: string): Step => ({
	name,
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ triggerAtHour: hour }] } },
});

type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';

const kindOf = (value: unknown): Kind =>
	typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';

/** *Edit Fields*: gives each item these fields. */
export const setFields = (
	name: string,
	fields: ReadonlyArray<Setting & { type?: Kind }>,
	{ keepOthers = false } = {},
): Step => ({
	name,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: fields.map(({ name: field, value, type }) => ({
				id: shortId(`${name} ${field}`),
				name: field,
				value,
				type: type ?? kindOf(value),
			})),
		},
		includeOtherFields: keepOthers,
		options: {},
	},
});

/** *If*: the first output for items for which the expression is true, the second one for the others. */
export const ifTrue = (name: string, expression: string): Step => ({
	name,
	type: 'n8n-nodes-base.if',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
			conditions: [
				{
					id: shortId(name),
					leftValue: expression,
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
			combinator: 'and',
		},
		looseTypeValidation: true,
		options: {},
	},
});

/** *Code*, once for all items. What is long or needs a test belongs in a file of `workflows/code` (`code.ts`). */
export const code = (name: string, jsCode: string): Step => ({
	name,
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode },
});

/** *Loop Over Items*, one at a time: the first output gives all items once they came back, the second one the next item. */
export const loopOneByOne = (name: string): Step => ({
	name,
	type: 'n8n-nodes-base.splitInBatches',
	typeVersion: 3,
	parameters: { options: {} },
});

/** Somebody opens a page. Nobody reads it without the password: the address alone must not show an account's figures. */
export const pageOpened = (path: string): Step => ({
	name: 'When the page is opened',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: {
		httpMethod: 'GET',
		path,
		authentication: 'basicAuth',
		responseMode: 'responseNode',
		options: {},
	},
});

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
export const respond = (name: string, body: string, code: number): Step => ({
	name,
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	parameters: { respondWith: 'text', responseBody: body, options: asPage(code) },
});

const CREDENTIAL = 'extensivOrderManagerApi';

/** A node of this package. The user chooses the credential. */
export const extensiv = (
	name: string,
	node: 'Orders' | 'Inventory' | 'Products' | 'Shipments' | 'Warehouses' | 'Insights' | 'Mapping' | 'Trigger',
	parameters: Record<string, unknown>,
	extra: Partial<Step> = {},
): Step => ({
	name,
	type: `n8n-nodes-extensiv-om.extensiv${node}`,
	typeVersion: 1,
	parameters: { authentication: CREDENTIAL, ...parameters },
	...extra,
});

/** A resource locator that a user chooses from the list. */
export const toChoose = { __rl: true, mode: 'list', value: '' };
/** A resource locator with an id. */
export const byId = (value: string): Record<string, unknown> => ({ __rl: true, mode: 'id', value });

const shortId = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 12);
