import { say } from '../host/progress';
import { readArguments, usage } from './args';
import { closeStage, openStage } from './stage';
import { ROWS } from './rows';
import { measureRow } from './rounds';
import type { BenchResult } from './result';
import { occasion, surroundings } from './surroundings';
import { table } from './table';
import { saveResult, writeDocs } from './save';

const main = async (): Promise<number> => {
	const options = readArguments(process.argv.slice(2));
	if (options === undefined) {
		say(usage);
		return 0;
	}
	const stage = await openStage(options);
	const when = await occasion();
	const result: BenchResult = { ...(await surroundings(stage)), scale: options.scale, rows: [] };
	try {
		for (const name of options.only) {
			result.rows.push(await measureRow(ROWS[name](stage), options.rounds, when));
			// After each row, so that a run that ends early has not been for nothing.
			if (options.json !== undefined) saveResult(options.json, result);
		}
	} finally {
		await closeStage(stage);
	}
	say(`\n${table(result)}`);
	if (options.writeDocs) writeDocs(result);
	const missed = result.rows.flatMap(({ bars }) => bars).filter(({ met }) => !met).length;
	return options.check && missed > 0 ? 1 : 0;
};

// Processes that were started end with this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
		process.exit(1);
	},
);
