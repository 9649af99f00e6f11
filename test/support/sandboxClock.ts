import type { Clock } from '../../nodes/shared/http/rateLimiter';
import type { SandboxControl } from '../sandbox';

/**
 * A clock that the sandbox shares: what waits by it takes no real time, and the sandbox's orders grow older by as
 * much.
 */
export class SandboxClock implements Clock {
	constructor(private readonly control: SandboxControl) {
		control.clock({ frozen: true });
	}

	now(): number {
		return Date.parse(this.control.clock({}).now);
	}

	async sleep(milliseconds: number): Promise<void> {
		this.control.clock({ advanceMs: milliseconds });
	}
}
