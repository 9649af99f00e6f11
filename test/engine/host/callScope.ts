import { AsyncLocalStorage } from 'node:async_hooks';
import type { LogLine } from '../types';
import { jsonCopy } from './json';

interface CallScope {
	logs: LogLine[];
	/** Promise rejections nobody handled, of all calls of one engine. */
	rejections: unknown[];
	/** How far this call's clock is ahead of the real one. */
	aheadMs?: number;
}

const current = new AsyncLocalStorage<CallScope>();
/** Rejections outside any call, for example from a timer the pack left behind. */
const strays: unknown[] = [];

// A floating promise in the pack must neither end the process nor pass unnoticed.
process.on('unhandledRejection', (error) => (current.getStore()?.rejections ?? strays).push(error));

const realNow = Date.now;
Date.now = () => realNow() + (current.getStore()?.aheadMs ?? 0);

/** Sets the clock of this call, which runs on from there. */
export function setCallClock(now: string | undefined): void {
	const call = current.getStore();
	if (call && now !== undefined) call.aheadMs = Date.parse(now) - realNow();
}

/** Runs one call, so that what is logged and left unhandled in it is known to be its own. */
export async function inCall<T>(rejections: unknown[], work: () => Promise<T>): Promise<T> {
	return await current.run({ logs: [], rejections }, work);
}

/** Everything logged so far in this call. */
export const callLogs = (): LogLine[] => current.getStore()?.logs ?? [];

export const takeStrays = (): unknown[] => strays.splice(0);

export function recordLog(level: LogLine['level'], message: unknown, meta?: unknown): void {
	callLogs().push({ level, message: String(message), ...(meta === undefined ? {} : { meta: jsonCopy(meta) }) });
}
