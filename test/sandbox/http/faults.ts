export const FAULT_KINDS = [
	'429',
	'500',
	'503',
	'reset',
	'hang',
	'truncated',
	'lostAnswer',
	'redirect',
	'repeated',
	'drip',
	'answer',
	'any',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
/** A fault as it strikes: `any` has been resolved. */
export type StrikingFault = Exclude<FaultKind, 'any'>;

/**
 * One line of the fault plan. Without `every` and `at` each matching call is struck.
 * `path` is a path template of the contract (then exactly that operation), or else a prefix of the called path.
 */
export interface FaultRule {
	kind: FaultKind;
	/** Strike each n-th matching call. */
	every?: number;
	/** Strike these matching calls, counted from 1. */
	at?: number[];
	/** Strike at most so often. */
	times?: number;
	method?: string;
	path?: string;
	/** Wait told with a 429, in milliseconds. Default 1000. */
	retryAfterMs?: number;
	/** What `answer` says instead of the service. */
	response?: FalseResponse;
	/** Status of a redirect. Default 302. */
	status?: number;
	/** Where a redirect leads: an address, or only its origin, to which path and query are added. Default: this sandbox under its name `localhost`, which is another origin. */
	location?: string;
}

/** An answer that need not be true. */
export interface FalseResponse {
	/** Default 200. */
	status?: number;
	/** Default: the service's own body. */
	body?: unknown;
	/** Whether the call takes effect: not at all (default), in full, or only for so many rows of its body. */
	effect?: boolean | number;
}

/** What the fault plan and the quotas need to know of a call. */
export interface CallFacts {
	contract: 'live' | 'guide' | 'oauth';
	method: string;
	/** Path template. */
	template: string;
	/** Path as called. */
	path: string;
}

export interface Strike extends Omit<FaultRule, 'kind'> {
	kind: StrikingFault;
	retryAfterMs: number;
	response: FalseResponse;
}

const ANY_CYCLE: readonly StrikingFault[] = ['429', '500', 'reset', 'lostAnswer'];

export function matchesPath(pattern: string | undefined, call: CallFacts, templates: ReadonlySet<string>): boolean {
	if (pattern === undefined) return true;
	if (templates.has(pattern)) return pattern === call.template;
	return call.path.startsWith(pattern.replace(/\*$/, ''));
}

/** The fault plan: counts matching calls per rule, so the same calls are struck in every run. */
export class FaultPlan {
	private rules: Array<{ rule: FaultRule; seen: number; struck: number }> = [];

	constructor(private readonly templates: ReadonlySet<string>) {}

	replace(rules: FaultRule[]): void {
		this.rules = rules.map((rule) => ({ rule, seen: 0, struck: 0 }));
	}

	/** Counts the call and says which fault strikes it. The first rule that strikes wins. */
	next(call: CallFacts): Strike | undefined {
		let strike: Strike | undefined;
		for (const entry of this.rules) {
			const { rule } = entry;
			if (rule.method !== undefined && rule.method.toUpperCase() !== call.method) continue;
			if (call.contract === 'oauth' && rule.path === undefined) continue;
			if (!matchesPath(rule.path, call, this.templates)) continue;
			entry.seen += 1;
			if (strike || !isDue(rule, entry.seen) || (rule.times !== undefined && entry.struck >= rule.times)) continue;
			const kind = rule.kind === 'any' ? ANY_CYCLE[entry.struck % ANY_CYCLE.length]! : rule.kind;
			entry.struck += 1;
			strike = { ...rule, kind, retryAfterMs: rule.retryAfterMs ?? 1000, response: rule.response ?? {} };
		}
		return strike;
	}
}

function isDue(rule: FaultRule, seen: number): boolean {
	if (rule.at === undefined && rule.every === undefined) return true;
	return (rule.at?.includes(seen) ?? false) || (rule.every !== undefined && seen % rule.every === 0);
}
