import { Listr, ListrLogger, PRESET_TIMER, ProcessOutput, type ListrTask } from 'listr2';

/** Writes one line of progress. Everything people read goes to stderr: stdout belongs to results for programs. */
export const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

/** Seconds since `start` (milliseconds from `performance.now()`), rounded for people. */
export const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * Runs the steps one after another and shows them with their durations: a live list on a terminal, plain lines elsewhere.
 * Throws what a step throws.
 */
export const runSteps = async <Context extends object>(
	context: Context,
	steps: Array<ListrTask<Context>>,
): Promise<Context> => {
	const processOutput = new ProcessOutput(process.stderr, process.stderr);
	const list = new Listr<Context, 'default', 'simple'>(steps, {
		concurrent: false,
		// Ctrl-C is the caller's business: listr2 would end the process before anything is put away.
		registerSignalListeners: false,
		fallbackRendererCondition: () => process.stderr.isTTY !== true,
		rendererOptions: { logger: new ListrLogger({ processOutput }), timer: PRESET_TIMER, collapseErrors: false },
		fallbackRendererOptions: { logger: new ListrLogger({ processOutput }), timer: PRESET_TIMER },
	});
	return await list.run(context);
};
