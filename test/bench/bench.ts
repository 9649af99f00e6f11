import { writeFileSync } from 'node:fs';
import { say } from '../host/progress';
import { readArguments, usage } from './args';
import { closeStage, openStage } from './stage';
import { ROWS } from './rows';
import { measureRow } from './rounds';
import type { BenchResult } from './result';
import { surroundings } from './surroundings';
import { table } from './table';

const main = async (): Promise<number> => {
	const options = readArguments(process.argv.slice(2));
	if (options === undefined) {
		say(usage);
		return 0;
	}
	const stage = await openStage(options);
	const result: BenchResult = { ...(await surroundings(stage)), scale: options.scale, rows: [] };
	try {
		for (const name of options.only) result.rows.push(await measureRow(ROWS[name](stage), options.rounds));
	} finally {
		await closeStage(stage);
	}
	say(`\n${table(result)}`);
	if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(result, null, '\t')}\n`);
	const missed = result.rows.flatMap(({ bars }) => bars).filter(({ met }) => !met).length;
	return options.check && missed > 0 ? 1 : 0;
};

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
		process.exit(1);
	},
);
