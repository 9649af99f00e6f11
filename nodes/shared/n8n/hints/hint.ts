import type { IExecuteFunctions } from 'n8n-workflow';
import { printable, shorten } from '../../domain/values/shorten';

/** The longest text that fits below a node. */
const LONGEST = 1_000;

/** Shows a hint below the node. Names and values in it come from the run, so they may be long and contain anything. */
export const showHint = (
	context: Pick<IExecuteFunctions, 'addExecutionHints'>,
	message: string,
	type?: 'warning',
): void =>
	context.addExecutionHints({
		message: shorten(printable(message), LONGEST),
		location: 'outputPane',
		...(type ? { type } : {}),
	});
