import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../host';
import type { LoggedRequest, Sandbox } from '../sandbox';
import { pollSeconds } from './triggerWorkflow';

/** What can be seen of an n8n from outside. */
export interface Watched {
	sandbox: Sandbox;
	database: Database;
	workflowId: string;
}

/** A moment in the life of n8n. */
export interface Moment {
	name: string;
	isReached(watched: Watched): Promise<boolean> | boolean;
}

const reads = (sandbox: Sandbox): LoggedRequest[] =>
	sandbox.control.requests().log.filter(({ method, path }) => method === 'GET' && path.endsWith('/orders'));

/** The trigger is at work, and n8n has noted that: killed during the first look, n8n would leave the workflow alone for two minutes after its restart. */
export const afterSecondLook: Moment = {
	name: 'after the second look',
	isReached: ({ sandbox }) => {
		const times = reads(sandbox)
			.filter(({ status }) => status === 200)
			.map(({ at }) => Date.parse(at));
		return Math.max(...times) - Math.min(...times) >= (pollSeconds * 1000) / 2;
	},
};

/** The trigger waits for an answer of the service. */
export const whileReading: Moment = {
	name: 'while the trigger reads',
	isReached: ({ sandbox }) => reads(sandbox).some(({ status }) => status === 0),
};

/** Items of the trigger are being worked off. */
export const whileWorking: Moment = {
	name: 'while an execution is under way',
	isReached: async ({ database, workflowId }) =>
		(await database.rows(`select id from execution_entity where workflowId = ? and status = 'running'`, [workflowId]))
			.length > 0,
};

export const anyMoment: Moment = { name: 'at any moment', isReached: () => true };

const patienceMs = 180_000;

/** Waits for a moment to come. */
export const untilMoment = async ({ name, isReached }: Moment, watched: Watched): Promise<void> => {
	for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(5))
		if (await isReached(watched)) return;
	throw new Error(`It did not come to the moment “${name}” within ${patienceMs / 1000} s`);
};
