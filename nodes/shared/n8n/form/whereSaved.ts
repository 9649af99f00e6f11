import type { INodeProperties } from 'n8n-workflow';

/**
 * A field that has moved out of a collection: it still shows and works in workflows that were saved with it, and is not
 * offered to others.
 */
export const whereSaved = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { [field.name]: [{ _cnd: { exists: true } }] } },
});
