import { matchesPath, type CallFacts } from './faults';

/** A token bucket on one operation: `burst` calls at once, `perSecond` restored. */
export interface QuotaRule {
	method: string;
	path: string;
	burst: number;
	perSecond: number;
}

/** Slack for sums of fractions. */
const ROUNDING = 1e-6;
/** Wait told by a bucket that is never refilled. */
const NEVER_MS = 60_000;

/** Token buckets, refilled by the monotonic clock of the machine (not by the virtual clock of the service). */
export class Quotas {
	private buckets: Array<{ rule: QuotaRule; tokens: number; filledAt: number }> = [];

	constructor(
		private readonly templates: ReadonlySet<string>,
		private readonly monotonicMs: () => number = () => performance.now(),
	) {}

	replace(rules: QuotaRule[]): void {
		const now = this.monotonicMs();
		this.buckets = rules.map((rule) => ({ rule, tokens: rule.burst, filledAt: now }));
	}

	get rules(): QuotaRule[] {
		return this.buckets.map(({ rule }) => rule);
	}

	/** Takes one token; undefined when there was one, else the milliseconds until there is. */
	take(call: CallFacts): number | undefined {
		const now = this.monotonicMs();
		for (const bucket of this.buckets) {
			const { rule } = bucket;
			if (rule.method.toUpperCase() !== call.method || !matchesPath(rule.path, call, this.templates)) continue;
			bucket.tokens = Math.min(rule.burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * rule.perSecond);
			bucket.filledAt = now;
			const missing = 1 - bucket.tokens;
			if (missing > ROUNDING)
				return rule.perSecond > 0 ? Math.ceil((missing / rule.perSecond) * 1000 - ROUNDING) : NEVER_MS;
			bucket.tokens -= 1;
		}
		return undefined;
	}
}
