import type { Step } from '../step';

/** n8n's own node for files. */
const TYPE = { type: 'n8n-nodes-base.readWriteFile', typeVersion: 1.1 } as const;

/** Reads the files that a selector names, once. A file that is missing or may not be read is an item with `error`. */
export const readFiles = (name: string, selector: string): Step => ({
	name,
	...TYPE,
	parameters: { operation: 'read', fileSelector: selector, options: {} },
	executeOnce: true,
	onError: 'continueRegularOutput',
});

/** Writes the binary data of an item over a file, or as a new one. */
export const writeFile = (name: string, fileName: string): Step => ({
	name,
	...TYPE,
	parameters: { operation: 'write', fileName, options: {} },
});

/** *Wait*: so many seconds, within the execution if it is less than about a minute. */
export const waitSeconds = (name: string, amount: string): Step => ({
	name,
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { amount, unit: 'seconds' },
});

/** In code of a step: the files that came in, with their bytes, and why there is none. */
export const FILES_OF_INPUT = `const files = [];
for (const [at, { json, binary }] of $input.all().entries()) {
	if (!binary?.data) continue;
	const bytes = await this.helpers.getBinaryDataBuffer(at, 'data');
	files.push({ name: binary.data.fileName ?? json.fileName, bytes });
}
const problem = $input.all().map(({ json }) => json.error).find(Boolean);`;
