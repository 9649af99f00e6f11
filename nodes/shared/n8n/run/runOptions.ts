import { InputError } from '../../domain/inputError';
import { parseQuantity } from '../../domain/values/money';
import type { ClientOptions } from '../../http/client';
import { DEFAULT_RETRY } from '../../http/retry';
import type { Fields } from '../read/params';

/** The run's own settings. */
export interface RunSetting {
	/** Aborts when the user stops the execution. */
	signal?: AbortSignal;
	/** n8n runs the node again after a failure. */
	reruns?: boolean;
}

/** Reads the run's options: tries, waits, rate limit, timeout. */
export function clientOptions(parameters: Fields, { signal, reruns = false }: RunSetting = {}): Partial<ClientOptions> {
	const options = parameters.inside('options');
	const whole = (name: string, label: string): number | undefined =>
		options.text(name) === undefined ? undefined : parseQuantity(options.raw(name), label, 1);
	const seconds = whole('maxWaitSeconds', 'Max Wait (Seconds)');
	const timeout = whole('timeoutSeconds', 'Timeout (Seconds)');
	const perSecond = options.amount('requestsPerSecond', 'Requests per Second');
	if (perSecond !== undefined && perSecond <= 0)
		throw new InputError('Requests per Second', `${perSecond} is too small.`, 'Enter a number above zero.');
	return {
		retry: {
			maxTries: whole('maxTries', 'Max Tries') ?? DEFAULT_RETRY.maxTries,
			maxWaitMs: seconds === undefined ? DEFAULT_RETRY.maxWaitMs : seconds * 1000,
		},
		...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
		...(perSecond === undefined ? {} : { requestsPerSecond: perSecond }),
		...(signal ? { signal } : {}),
		preview: readPreview(options),
		reruns,
	};
}

/** An expression could turn it off for one of the items, whose change would be sent. @throws InputError for one */
function readPreview(options: Fields): boolean {
	const given = options.template('preview');
	// n8n takes the equals sign off an expression where it allows none.
	if (typeof given !== 'string' || !/^=|\{\{/.test(given)) return options.flag('preview');
	throw new InputError(
		'Preview',
		'It is an expression, but it holds for all items of a run.',
		'Turn it on or off by its switch. To preview some items only, lead them to a second node.',
	);
}
