import { type HttpResponse, type HttpRequest, type Transport, LateError, TransportError } from './transport';

/** The longest delay that timers accept; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Returns the result of the work unless the signal aborts first; the work itself goes on. @throws the error that
 * `stopped` makes, when the signal aborts first
 */
export async function unlessStopped<T>(
	signal: AbortSignal | undefined,
	work: Promise<T>,
	stopped: () => Error,
): Promise<T> {
	if (!signal) return await work;
	// The work goes on and may fail after everyone has stopped waiting for it.
	work.catch(() => undefined);
	let stop = (): void => undefined;
	const end = new Promise<never>((_, reject) => {
		stop = () => reject(stopped());
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
	try {
		return await Promise.race([end, work]);
	} finally {
		// A run has one signal and many waits: finished waits must not stay attached to it.
		signal.removeEventListener('abort', stop);
	}
}

/**
 * Sends a request that must finish, body included, before its deadline: a service that sends a byte now and then is no
 * better than a silent one.
 * @throws TransportError `lost` after the deadline, `stopped` when the user stops the execution; both abort the request
 */
export async function sendInTime(
	transport: Transport,
	request: Omit<HttpRequest, 'signal'>,
	stop: AbortSignal | undefined,
): Promise<HttpResponse> {
	const { timeoutMs } = request;
	const breakOff = new AbortController();
	const deadline = AbortSignal.timeout(Math.min(timeoutMs, LONGEST_TIMER_MS));
	const late = (): Error => new LateError(timeoutMs);
	const stopped = (): Error => new TransportError('stopped', 'the execution was stopped');
	try {
		return await unlessStopped(
			stop,
			unlessStopped(deadline, transport({ ...request, signal: breakOff.signal }), late),
			stopped,
		);
	} finally {
		breakOff.abort();
	}
}

/** Aborts when either does. */
export const eitherOf = (one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined =>
	one && other ? AbortSignal.any([one, other]) : (one ?? other);
