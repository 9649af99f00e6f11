import { LIVE } from '../../nodes/shared/api/live/catalogue';
import type { Endpoint } from '../../nodes/shared/http/endpoint';
import type { LoggedRequest, SandboxControl } from '../sandbox';
import type { Size } from './sizes';

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** Every call of a run. The sandbox keeps the last 5,000 of them, so that `collect` has to be called now and then. */
export class CallLog {
	readonly all: LoggedRequest[] = [];
	/** Calls that the writes take when none fails, by `METHOD path`. */
	readonly fewestWrites: Record<string, number>;

	constructor(
		private readonly control: SandboxControl,
		{ orders, levels, shipments }: Size,
	) {
		const writes: Array<[Endpoint, number]> = [
			[LIVE.createOrders, orders],
			[LIVE.adjustStock, levels],
			[LIVE.registerShipments, shipments],
		];
		this.fewestWrites = Object.fromEntries(
			writes.map(([endpoint, rows]) => [nameOf(endpoint), Math.ceil(rows / (endpoint.batch ?? 1))]),
		);
		control.clearRequests();
	}

	get fewest(): number {
		return Object.values(this.fewestWrites).reduce((sum, calls) => sum + calls, 0);
	}

	/** @throws Error when calls are gone that nobody has collected */
	collect(): void {
		const { log } = this.control.requests();
		const known = this.all.at(-1)?.n ?? 0;
		const [first] = log;
		if (first && first.n > known + 1) throw new Error(`Calls ${known + 1} to ${first.n - 1} were not collected`);
		this.all.push(...log.filter(({ n }) => n > known));
	}
}
