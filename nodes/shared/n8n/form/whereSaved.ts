import type { INodeProperties } from 'n8n-workflow';

/**
 * A field of a collection that has another place now: it shows, and counts, where a workflow was saved with it, and is
 * not offered otherwise.
 */
export const whereSaved = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { [field.name]: [{ _cnd: { exists: true } }] } },
});
