import type { IDataObject } from 'n8n-workflow';
import type { Stage } from '../stage';
import { Watch } from '../watch';
import { BEGINNING, goTo, type Scenario } from './scenario';

/** A state that a version of the package has saved, and how things were then. */
export interface Recorded {
	parameters: IDataObject;
	/** Minutes by which this machine's clock was ahead of the service's. */
	clockAhead?: number;
	/** The service's clock when the state was saved. */
	clock: string;
	/** `eventId`s of all items so far. */
	emitted: string[];
	/** Those of the items that were emitted with the state. */
	lastEmitted: string[];
	staticData: IDataObject;
}

/** A machine whose clock is ahead of the service's by so many minutes. */
export function machineOf(stage: Stage, clockAhead = 0, budgetMs?: number): Watch['machine'] {
	const now = new Date(Date.parse(stage.control.clock({}).now) + clockAhead * 60_000).toISOString();
	return { now, budgetMs };
}

export const idsOf = (items: readonly IDataObject[]): string[] => items.map(({ eventId }) => String(eventId));

/** Runs a scenario with all its polls. */
export async function record(stage: Stage, scenario: Scenario): Promise<Recorded> {
	const watch = new Watch(stage, scenario.parameters, scenario.contract);
	let lastEmitted: string[] = [];
	const emitted: string[] = [];
	stage.control.clock({ now: BEGINNING, frozen: true });
	for (const moment of scenario.moments) {
		await goTo(stage, moment);
		watch.machine = machineOf(stage, scenario.clockAhead, moment.budgetMs);
		if (moment.fails) {
			await expectFailure(watch);
			continue;
		}
		lastEmitted = idsOf(await watch.items());
		emitted.push(...lastEmitted);
	}
	const { parameters, clockAhead } = scenario;
	const { now: clock } = stage.control.clock({});
	return { parameters, ...(clockAhead && { clockAhead }), clock, emitted, lastEmitted, staticData: watch.state };
}

async function expectFailure(watch: Watch): Promise<void> {
	const { error } = await watch.poll();
	if (!error) throw new Error('The poll came to its end');
}

/** What happened up to the saved state, without the trigger. */
export async function replay(stage: Stage, { moments }: Scenario): Promise<void> {
	stage.control.clock({ now: BEGINNING, frozen: true });
	for (const moment of moments) await goTo(stage, moment);
}
