import { parseArgs } from 'node:util';
import path from 'node:path';
import { z } from 'zod/v4';
import type { FaultRule } from '../sandbox';
import { projectFolder } from '../host';
import { contracts, type ContractName } from './contracts';

/** What `npm start` was asked for. */
export interface StartOptions {
	/** End after the runs, instead of staying up for the browser. */
	once: boolean;
	/** One line of JSON per run on stdout. */
	json: boolean;
	/** How often the workflow runs, on the same sandbox. */
	runs: number;
	contract: ContractName;
	/** Folder with the ERP's files. */
	erpFolder: string;
	/** Fault plan of the sandbox. */
	faults: FaultRule[];
	/** Port of n8n's editor; 0 takes a free one. */
	port: number;
}

export const usage = `npm start -- [options]
  --erp DIR          folder with orders.csv, order-details.csv, products.csv, shippers.csv (default: workflows/samples)
  --contract NAME    live (default) or guide
  --runs N           run the workflow N times against the same sandbox (default 1)
  --once             end after the runs; without it n8n stays up for your browser until Ctrl-C
  --json             one line of JSON per run on stdout, everything else on stderr
  --faults JSON      faults the sandbox answers with, e.g. '[{"kind":"any","every":5}]'
  --port N           port of the n8n editor (default: a free one)
  --help`;

const faultPlan = z
	.string()
	.transform((text, context): unknown => {
		try {
			return JSON.parse(text);
		} catch (error) {
			context.addIssue(`is not JSON: ${(error as Error).message}`);
			return z.NEVER;
		}
	})
	.pipe(z.array(z.looseObject({ kind: z.string() })));

const options = z.object({
	once: z.boolean(),
	json: z.boolean(),
	runs: z.coerce.number().int().min(1),
	contract: z.enum(Object.keys(contracts) as [ContractName]),
	erp: z.string().min(1),
	faults: faultPlan,
	port: z.coerce.number().int().min(0).max(65535),
});

/** Reads the command line. Undefined means that only help was asked for; throws an Error that names the wrong option. */
export const readArguments = (commandLine: string[]): StartOptions | undefined => {
	const { values } = parseArgs({
		args: commandLine,
		options: {
			once: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			runs: { type: 'string', default: '1' },
			contract: { type: 'string', default: 'live' },
			erp: { type: 'string', default: path.join(projectFolder, 'workflows', 'samples') },
			faults: { type: 'string', default: '[]' },
			port: { type: 'string', default: '0' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const read = options.safeParse(values);
	if (!read.success) {
		throw new Error(read.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'));
	}
	const { erp, faults, ...rest } = read.data;
	// The sandbox itself says which kinds of fault it knows.
	return { ...rest, erpFolder: path.resolve(erp), faults: faults as unknown as FaultRule[] };
};
