import { ApiClient, type ClientOptions, type Connection } from '../../nodes/shared/http/client';
import { LIVE_DIALECT } from '../../nodes/shared/api/live/dialect';
import type { RateLimit } from '../../nodes/shared/http/endpoint';
import { DEFAULT_RETRY } from '../../nodes/shared/http/retry';
import type { HttpResponse, Transport } from '../../nodes/shared/http/transport';
import type { Random } from '../sandbox/store/random';
import type { VirtualClock } from './virtualClock';

let connections = 0;

/** A service in memory with one token bucket for all callers, in virtual time. */
export class QuotaService {
	readonly served = new Map<string, number>();
	readonly refused = new Map<string, number>();
	private tokens: number;
	private filledAt: number;

	/** @param latencyMs the shortest and the longest way of a request; the response takes none */
	constructor(
		private readonly clock: VirtualClock,
		private readonly random: Random,
		private readonly quota: RateLimit,
		private readonly latencyMs: readonly [number, number] = [20, 100],
	) {
		this.tokens = quota.burst;
		this.filledAt = clock.now();
	}

	/** A client with buckets of its own, as another process has them. */
	client(name: string, options: Partial<ClientOptions> = {}, more: Partial<Connection> = {}): ApiClient {
		const key = more.key ?? `quota ${++connections}`;
		return new ApiClient(
			this.transport(name),
			{ key, baseUrl: 'http://127.0.0.1:9', readOnly: false, dialect: LIVE_DIALECT, ...more },
			{ retry: DEFAULT_RETRY, ...options },
			this.clock,
			() => this.random.next(),
		);
	}

	total(counts: ReadonlyMap<string, number>): number {
		return [...counts.values()].reduce((sum, count) => sum + count, 0);
	}

	private readonly transport =
		(name: string): Transport =>
		async (): Promise<HttpResponse> => {
			const [shortest, longest] = this.latencyMs;
			await this.clock.sleep(shortest + this.random.next() * (longest - shortest));
			const wait = this.take();
			const counts = wait === 0 ? this.served : this.refused;
			counts.set(name, (counts.get(name) ?? 0) + 1);
			if (wait === 0) return { status: 200, headers: {}, body: [] };
			return { status: 429, headers: { 'x-skubana-quota-retryafter': String(wait) }, body: { message: 'Too many' } };
		};

	/** @returns the wait until there is a token; 0 if one was taken */
	private take(): number {
		const now = this.clock.now();
		const { burst, perSecond } = this.quota;
		this.tokens = Math.min(burst, this.tokens + ((now - this.filledAt) / 1000) * perSecond);
		this.filledAt = now;
		if (this.tokens < 1) return Math.ceil(((1 - this.tokens) / perSecond) * 1000);
		this.tokens -= 1;
		return 0;
	}
}
