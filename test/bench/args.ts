import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { ROW_NAMES, type RowName } from './rows';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
	only: RowName[];
	rounds: number;
	/** File for the figures. */
	json?: string | undefined;
	/** Write docs/performance.json and the page and chart that are made from it. */
	writeDocs: boolean;
	/** Exit code 1 when a bar is missed. */
	check: boolean;
	/** Git revision whose nodes `main-job` compares with. */
	before: string;
	/** Folder with the ERP's files for `main-job`. */
	erp?: string | undefined;
	/** Share of the table's sizes. */
	scale: number;
}

/** The last version that evaluates every expression in n8n's engine. */
const BEFORE = '7d77cbd';

export const usage = `npm run bench -- [options]
  --only NAMES     rows, separated by commas: ${ROW_NAMES.join(', ')}
  --rounds N       default 5
  --json FILE      writes all figures
  --write-docs     writes docs/performance.json, docs/performance.md and docs/images/performance.svg;
                   rows that were not measured keep their figures
  --check          exit code 1 when a bar is missed
  --before REF     version of the nodes that main-job compares with (default ${BEFORE})
  --erp DIR        the ERP's files for main-job (default: the Northwind tables, or made-up files of their sizes)
  --scale SHARE    share of the sizes, for example 0.01, to try the instrument
  --help`;

const options = z.object({
	only: z
		.string()
		.transform((text) => text.split(',').map((name) => name.trim()))
		.pipe(z.array(z.enum(ROW_NAMES as [RowName, ...RowName[]]))),
	rounds: z.coerce.number().int().min(1),
	json: z.string().min(1).optional(),
	'write-docs': z.boolean(),
	check: z.boolean(),
	before: z.string().min(1),
	erp: z.string().min(1).optional(),
	scale: z.coerce.number().gt(0).max(1),
});

/** Reads the command line. Undefined means that only help was asked for; throws an Error that names the wrong option. */
export const readArguments = (commandLine: string[]): BenchOptions | undefined => {
	const { values } = parseArgs({
		args: commandLine,
		options: {
			only: { type: 'string', default: ROW_NAMES.join(',') },
			rounds: { type: 'string', default: '5' },
			json: { type: 'string' },
			'write-docs': { type: 'boolean', default: false },
			check: { type: 'boolean', default: false },
			before: { type: 'string', default: BEFORE },
			erp: { type: 'string' },
			scale: { type: 'string', default: '1' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const read = options.safeParse(values);
	if (!read.success) {
		const issues = read.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
		throw new Error(`${issues.join('\n')}\n\n${usage}`);
	}
	const { 'write-docs': writeDocs, ...rest } = read.data;
	return { ...rest, writeDocs };
};
