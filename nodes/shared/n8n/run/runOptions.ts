import { InputError } from '../../domain/inputError';
import { parseQuantity } from '../../domain/values/money';
import type { ClientOptions } from '../../http/client';
import { DEFAULT_RETRY } from '../../http/retry';
import type { Fields } from '../read/params';

/** What the run itself says about how it is made. */
export interface RunSetting {
	/** Comes when the user stops the execution. */
	signal?: AbortSignal;
	/** n8n runs the node again after a failure. */
	reruns?: boolean;
}

/** Reads what the user changed about a run: tries, waiting, pace, patience. */
export function clientOptions(parameters: Fields, { signal, reruns = false }: RunSetting = {}): Partial<ClientOptions> {
	const options = parameters.inside('options');
	const whole = (name: string, label: string): number | undefined =>
		options.text(name) === undefined ? undefined : parseQuantity(options.raw(name), label, 1);
	const seconds = whole('maxWaitSeconds', 'Max Wait (Seconds)');
	const timeout = whole('timeoutSeconds', 'Timeout (Seconds)');
	const perSecond = options.amount('requestsPerSecond', 'Requests per Second');
	if (perSecond !== undefined && perSecond <= 0)
		throw new InputError('Requests per Second', `${perSecond} is too small.`, 'Give a number above zero.');
	return {
		retry: {
			maxTries: whole('maxTries', 'Max Tries') ?? DEFAULT_RETRY.maxTries,
			maxWaitMs: seconds === undefined ? DEFAULT_RETRY.maxWaitMs : seconds * 1000,
		},
		...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
		...(perSecond === undefined ? {} : { requestsPerSecond: perSecond }),
		...(signal ? { signal } : {}),
		reruns,
	};
}
