export interface LoggedRequest {
	/** Running number, from 1. */
	n: number;
	method: string;
	/** `METHOD template` of the operation. */
	endpoint: string;
	/** Path as called. */
	path: string;
	query: string;
	/** HTTP status; 0 when nothing was answered (reset, hang, lostAnswer). */
	status: number;
	fault: string | null;
	/** Time of arrival, real clock, ISO-8601. */
	at: string;
	/** The text of the body, unless it is long. */
	body?: string;
	/** From the arrival to the response, or to its failure; null while the call is open. */
	ms: number | null;
}

export interface RequestReport {
	total: number;
	/** Calls per `METHOD template`; calls that match no operation count under `METHOD (unknown path)`. */
	byEndpoint: Record<string, number>;
	byStatus: Record<string, number>;
	log: LoggedRequest[];
	/** Calls that offended against their contract, as `METHOD /path: what was wrong`. */
	breaches: string[];
}

const KEPT = 5000;
const LONGEST_BODY = 4000;

/**
 * Log of the service calls (control calls are not logged). Totals are exact, the log keeps the last 5,000. Breaches of a contract outlive
 * `clear`: a test that counts its calls anew must not lose sight of what was wrong before.
 */
export class RequestLog {
	private total = 0;
	private readonly byEndpoint = new Map<string, number>();
	private readonly byStatus = new Map<number, number>();
	private log: LoggedRequest[] = [];
	private breaches: string[] = [];
	private readonly begun = new WeakMap<LoggedRequest, number>();

	begin(method: string, template: string | undefined, path: string, query: string, body?: unknown): LoggedRequest {
		this.total += 1;
		const key = `${method} ${template ?? '(unknown path)'}`;
		this.byEndpoint.set(key, (this.byEndpoint.get(key) ?? 0) + 1);
		const entry = {
			n: this.total,
			method,
			endpoint: key,
			path,
			query,
			status: 0,
			fault: null,
			at: new Date().toISOString(),
			...(typeof body === 'string' && body !== '' && body.length <= LONGEST_BODY ? { body } : {}),
			ms: null,
		};
		this.begun.set(entry, performance.now());
		this.log.push(entry);
		if (this.log.length > KEPT * 2) this.log = this.log.slice(-KEPT);
		return entry;
	}

	end(entry: LoggedRequest, status: number): void {
		entry.status = status;
		entry.ms = performance.now() - (this.begun.get(entry) ?? NaN);
		this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
	}

	noteBreach(method: string, path: string, message: string): void {
		// Messages about enums list all their values.
		this.breaches.push(`${method} ${path}: ${message.slice(0, 160)}`);
	}

	/** The breaches so far, which are then forgotten. */
	takeBreaches(): string[] {
		return this.breaches.splice(0);
	}

	report(): RequestReport {
		return {
			total: this.total,
			byEndpoint: Object.fromEntries(this.byEndpoint),
			byStatus: Object.fromEntries(this.byStatus),
			log: this.log.slice(-KEPT),
			breaches: [...this.breaches],
		};
	}

	clear(): void {
		this.total = 0;
		this.byEndpoint.clear();
		this.byStatus.clear();
		this.log = [];
	}
}
