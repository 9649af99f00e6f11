import { type PollInput, type PollOutcome, poll } from '../../nodes/ExtensivTrigger/poll';
import type { Settings } from '../../nodes/ExtensivTrigger/settings';
import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';
import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import type { Sandbox } from '../sandbox';
import { SandboxClient } from '../sandbox/client';
import { type Contract, orderManager } from '../support/apiClient';

/** What an observer does not say. */
export const SETTINGS: Omit<Settings, 'contract' | 'events'> = {
	start: { from: 'now' },
	filters: {},
	stock: { perWarehouse: false, quantity: 'available', threshold: 10, thresholds: {}, firstRun: 'nothing' },
	watchDays: 14,
	settleDelay: 60,
	lookbackWindow: 120,
	bound: 2_000,
	repeatWithin: 600,
	simplify: true,
};

/** A trigger that polls a sandbox over HTTP, in a machine whose clock can be set. The service's clock stands still between the steps. */
export class Observer {
	/** This machine's clock against the service's, in milliseconds. */
	skew = 0;
	saved: SavedState | undefined;

	private constructor(
		private readonly sandbox: Sandbox,
		private readonly settings: Settings,
		private readonly token: string | undefined,
	) {}

	static async of(sandbox: Sandbox, contract: Contract, settings: Partial<Settings>): Promise<Observer> {
		const token = contract === 'guide' ? (await SandboxClient.forGuide(sandbox)).token : undefined;
		return new Observer(sandbox, { ...SETTINGS, contract, events: [], ...settings }, token);
	}

	/** The service's clock, in milliseconds. */
	get now(): number {
		return Date.parse(this.sandbox.control.clock({}).now);
	}

	pass(seconds: number): void {
		this.sandbox.control.clock({ advanceMs: seconds * 1000 });
	}

	async poll(more: Partial<PollInput> = {}): Promise<PollOutcome> {
		const clock = {
			now: () => this.now + this.skew,
			sleep: async (milliseconds: number) => this.pass(Math.ceil(milliseconds / 1000)),
		};
		const manager: OrderManagerApi = orderManager(this.settings.contract as Contract, this.sandbox.url, {
			clock,
			...(this.token && { token: this.token }),
		});
		const outcome = await poll({
			manager,
			settings: this.settings,
			saved: this.saved,
			acknowledged: true,
			clock: clock.now,
			budgetMs: 1e9,
			...more,
		});
		this.saved = JSON.parse(JSON.stringify(outcome.state)) as SavedState;
		return outcome;
	}
}
