import type { Endpoint, RateLimit } from '../endpoint';
import { ApiError } from '../errors/apiError';

/** The account's own rate limit of one endpoint. */
export interface EndpointLimit {
	method: string;
	/** Path with placeholders of any name. */
	path: string;
	rateLimit: RateLimit;
}

const VALID_MS = 3_600_000;
/** After trouble that may pass, such as a broken connection. */
const RETRY_MS = 300_000;
const STOPPED_MS = 1_000;
const PASSING = ['unauthorized', 'rateLimited', 'unavailable', 'unreachable'];

/** The account's rate limits, read at most once an hour. While they are unknown, the catalogue's figures hold. */
export class AccountLimits {
	private limits: readonly EndpointLimit[] = [];
	private readonly known = new Map<string, RateLimit | undefined>();
	private reading?: Promise<void>;
	private askedAt = 0;
	private validUntil = 0;

	/** The account's limit of an endpoint, with a margin. */
	of({ method, path }: Pick<Endpoint, 'method' | 'path'>): RateLimit | undefined {
		const key = `${method} ${path}`;
		if (!this.known.has(key)) {
			const limit = bestMatch(this.limits, method, path);
			this.known.set(key, limit && withMargin(limit.rateLimit));
		}
		return this.known.get(key);
	}

	/**
	 * Begins to read the limits, unless they were read within the hour. It never fails.
	 * @param now milliseconds
	 * @returns the end of the reading that is under way, if any
	 */
	refresh(now: number, read: () => Promise<EndpointLimit[]>): Promise<void> | undefined {
		if (this.reading) return this.reading;
		// A clock that was set back does not make the limits last longer.
		if (now >= this.askedAt && now < this.validUntil) return undefined;
		this.askedAt = now;
		this.validUntil = now + VALID_MS;
		this.reading = this.take(now, read).finally(() => (this.reading = undefined));
		return this.reading;
	}

	private async take(now: number, read: () => Promise<EndpointLimit[]>): Promise<void> {
		try {
			this.limits = await read();
			this.known.clear();
		} catch (error) {
			const { kind } = error instanceof ApiError ? error : { kind: 'unreadable' };
			// A stopped run has learned nothing about the service.
			if (kind === 'cancelled') this.validUntil = now + STOPPED_MS;
			else if (PASSING.includes(kind)) this.validUntil = now + RETRY_MS;
		}
	}
}

/** The limits of a process, by connection: all nodes and runs that use one account share them. */
const connections = new Map<string, AccountLimits>();

export function accountLimitsFor(connection: string): AccountLimits {
	const limits = connections.get(connection) ?? new AccountLimits();
	connections.set(connection, limits);
	return limits;
}

const MARGIN = 0.98;
/** Two requests may arrive this much closer together than they were sent, in seconds. */
const JITTER_S = 0.1;

/** A run exactly at the quota would be refused whenever a request overtakes its delay. */
export function withMargin({ perSecond, burst }: RateLimit): RateLimit {
	if (burst === 1) return { perSecond: Math.min(perSecond * MARGIN, 1 / (1 / perSecond + JITTER_S / 5)), burst };
	return { perSecond: perSecond * MARGIN, burst: Math.max(1, burst - Math.max(1, Math.ceil(perSecond * JITTER_S))) };
}

/** The limit with the most literal segments in common: `/orders/statuses` before `/orders/{id}`. */
function bestMatch(limits: readonly EndpointLimit[], method: string, path: string): EndpointLimit | undefined {
	const wanted = path.split('/');
	let best: EndpointLimit | undefined;
	let most = -1;
	for (const limit of limits) {
		const literals = limit.method === method ? literalsInCommon(limit.path.split('/'), wanted) : undefined;
		if (literals === undefined || literals <= most) continue;
		best = limit;
		most = literals;
	}
	return best;
}

/** @returns the number of equal segments; undefined if the paths differ */
function literalsInCommon(limited: readonly string[], wanted: readonly string[]): number | undefined {
	if (limited.length !== wanted.length) return undefined;
	let literals = 0;
	for (const [at, segment] of limited.entries()) {
		if (segment === wanted[at]) literals += segment.startsWith('{') ? 0 : 1;
		else if (!segment.startsWith('{')) return undefined;
	}
	return literals;
}
