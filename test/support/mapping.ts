import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../engine';
import type { Settings, Stage } from './stage';

/** What came out of one run of *Map*, by output. */
export interface MappedItems {
	result: RunResult;
	mapped: IDataObject[];
	unmapped: IDataObject[];
}

/** Maps the field `code` of each item into the field `mapped`. */
export async function map(
	stage: Stage,
	resource: string,
	items: IDataObject[],
	parameters: IDataObject = {},
	settings: Settings = {},
): Promise<MappedItems> {
	const common = { resource, code: '={{ $json.code }}', outputField: 'mapped' };
	const result = await stage.run('extensivMapping', 'map', { ...common, ...parameters }, { ...settings, items });
	const [mapped = [], unmapped = []] = result.outputs.map((output) => output.map(({ json }) => json));
	return { result, mapped, unmapped };
}

export const codes = (...all: string[]): IDataObject[] => all.map((code) => ({ code }));

/** A table that is typed in the node, as pairs of ERP code and value. */
export const typed = (...pairs: Array<[code: string, value: string]>): IDataObject => ({
	sources: ['typed'],
	entries: { entry: pairs.map(([code, value]) => ({ code, value })) },
});
