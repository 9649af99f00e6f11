import { DateTime } from 'luxon';
import { settingsOf, type ErpPart, type ErpParts } from '../../workflows/parts/erp';
import { entryOf, exitOf, linksOf, type Step } from '../../workflows/parts/step';

type Json = Record<string, unknown>;
interface Item {
	json: Json;
}

/** What a step asks of the ERP: a request over HTTP, or the parameters of a node for the product. */
export interface Asked {
	step: string;
	method?: string;
	url?: string;
	query?: Json;
	headers?: Json;
	body?: unknown;
	parameters?: Json;
}

/** Answers: `{body, statusCode?}` to a request, the items to a node. */
export type Erp = (asked: Asked) => unknown;

export interface PartRun {
	items: Json[];
	asked: Asked[];
}

/** More pages than any test has: reading goes in a circle. */
const MOST_PAGES = 20;

/** The time in tests. */
const NOW = DateTime.fromISO('2026-03-10T12:00:00Z', { zone: 'utc' });

/**
 * Runs the steps of an ERP part as n8n does, but for the ERP: `erp` stands in for it. Expressions are worked out, loops
 * are run, and a step without items does not run.
 */
export function runPart(
	erp: ErpParts,
	part: ErpPart,
	given: readonly Json[],
	answer: Erp,
	settings: Json = {},
	now: DateTime = NOW,
): PartRun {
	const asked: Asked[] = [];
	const steps = new Map(part.steps.map((step) => [step.name, step]));
	const links = linksOf(part);
	const defaults = Object.fromEntries(settingsOf(erp, part).map(({ name, value }) => [name, value]));
	const outputs = new Map<string, Item[][]>([['Settings', [[{ json: { ...defaults, ...settings } }]]]]);
	const loops = new Map<string, { left: Item[]; done: Item[] }>();

	const $ = (name: string) => {
		const out = (output = 0): Item[] => {
			const all = outputs.get(name);
			if (!all) throw new Error(`The step ${name} has not run.`);
			return all[output] ?? [];
		};
		return { all: out, first: (output = 0) => out(output)[0], isExecuted: outputs.has(name) };
	};
	const value = (text: unknown, scope: Json): unknown => evaluated(text, { $, $now: now, ...scope });
	const ask = (one: Asked): unknown => {
		asked.push(one);
		return answer(one);
	};

	const request = (step: Step, { json }: Item): Item[] => {
		const { parameters: p } = step;
		const { response, pagination } = (p['options'] ?? {}) as {
			response?: { response: { neverError?: boolean } };
			pagination?: { pagination: Json };
		};
		const pages: Item[] = [];
		const follow = pagination?.pagination;
		for (let last: Json = {}; ; ) {
			const scope: Json = { $json: json, $pageCount: pages.length, $response: last };
			// Before the first request there is no response: then the next address is undefined.
			const url = (value(follow?.['nextURL'], scope) ?? value(p['url'], scope)) as string;
			const query = {
				...pairsOf(p['queryParameters'], scope, value),
				...pairsOf(follow?.['parameters'], scope, value),
			};
			const body = value(p['jsonBody'], scope);
			const { body: answered, statusCode = 200 } = ask({
				step: step.name,
				method: (value(p['method'], scope) as string | undefined) ?? 'GET',
				url,
				query,
				headers: pairsOf(p['headerParameters'], scope, value),
				...(body !== undefined && { body: JSON.parse(body as string) }),
			}) as { body?: unknown; statusCode?: number };
			if (statusCode >= 300 && !response?.response.neverError) throw new Error(`${step.name}: HTTP ${statusCode}`);
			if (pages.length === MOST_PAGES) throw new Error(`${step.name}: the pages have no end.`);
			pages.push({ json: { body: answered, statusCode, headers: {} } });
			last = { body: answered, statusCode };
			if (!follow || value(follow['completeExpression'], { ...scope, $response: last }) === true) break;
		}
		return pages;
	};

	const run = (step: Step, input: Item[]): Item[][] => {
		const items = step.executeOnce ? input.slice(0, 1) : input;
		switch (step.type) {
			case 'n8n-nodes-base.code': {
				const code = new Function('$', '$input', '$now', step.parameters['jsCode'] as string) as (
					...all: unknown[]
				) => Item[];
				return [code($, { all: () => items, first: () => items[0] }, now)];
			}
			case 'n8n-nodes-base.if': {
				const { conditions } = step.parameters['conditions'] as { conditions: Array<{ leftValue: string }> };
				const holds = ({ json }: Item) => value(conditions[0]?.leftValue, { $json: json }) === true;
				return [items.filter(holds), items.filter((item) => !holds(item))];
			}
			case 'n8n-nodes-base.splitInBatches': {
				const loop = loops.get(step.name);
				const state = loop ? { ...loop, done: [...loop.done, ...items] } : { left: items, done: [] };
				const [next, ...left] = state.left;
				loops.set(step.name, { left, done: state.done });
				return next ? [[], [next]] : [state.done, []];
			}
			case 'n8n-nodes-base.httpRequest':
				return [items.flatMap((item) => request(step, item))];
			default:
				return [
					items.flatMap(({ json }) => {
						const parameters = deep(step.parameters, (text) => value(text, { $json: json })) as Json;
						return (ask({ step: step.name, parameters }) as Json[]).map((one) => ({ json: one }));
					}),
				];
		}
	};

	const go = (name: string, input: Item[]): void => {
		const step = steps.get(name);
		if (!step || input.length === 0) return;
		const out = run(step, input);
		if (step.alwaysOutputData && out[0]?.length === 0) out[0] = [{ json: {} }];
		outputs.set(name, out);
		for (const link of links.filter(({ from }) => from === name)) go(link.to, out[link.output ?? 0] ?? []);
	};

	go(
		entryOf(part),
		given.map((json) => ({ json })),
	);
	const { step, output } = exitOf(part);
	return { items: (outputs.get(step)?.[output] ?? []).map(({ json }) => json), asked };
}

type Evaluate = (text: unknown, scope: Json) => unknown;

const pairsOf = (parameters: unknown, scope: Json, value: Evaluate): Json => {
	const { parameters: all = [] } = (parameters ?? {}) as { parameters?: Array<{ name: string; value: string }> };
	return Object.fromEntries(all.map(({ name, value: text }) => [name, value(text, scope)]));
};

const deep = (parameters: unknown, value: (text: unknown) => unknown): unknown =>
	Array.isArray(parameters)
		? parameters.map((one) => deep(one, value))
		: typeof parameters === 'object' && parameters !== null
			? Object.fromEntries(Object.entries(parameters).map(([key, one]) => [key, deep(one, value)]))
			: value(parameters);

/** A parameter as n8n works it out: a text that begins with `=` has expressions between `{{` and `}}`. */
function evaluated(text: unknown, scope: Json): unknown {
	if (typeof text !== 'string' || !text.startsWith('=')) return text;
	const parts = text.slice(1).split(/\{\{([\s\S]*?)\}\}/);
	const result = (code: string): unknown =>
		(new Function(...Object.keys(scope), `return (${code});`) as (...all: unknown[]) => unknown)(
			...Object.values(scope),
		);
	if (parts.length === 3 && parts[0] === '' && parts[2] === '') return result(parts[1] ?? '');
	return parts.map((part, at) => (at % 2 ? String(result(part)) : part)).join('');
}

/** The items of a part that a shape does not fit, with what is wrong. */
export const misfits = (
	items: readonly Json[],
	shape: { safeParse(item: unknown): { success: boolean; error?: { issues: unknown } } },
): unknown[] => items.flatMap((item) => shape.safeParse(item).error?.issues ?? []);
