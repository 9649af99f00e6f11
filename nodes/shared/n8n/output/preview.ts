import type { IDataObject } from 'n8n-workflow';
import type { Preview } from '../../http/calls/preview';

/**
 * The item for a request that was not sent.
 * @param input the name of what it is about, for example `Order 10250`
 */
export const previewJson = ({ request: { method, path, query, body } }: Preview, input: string): IDataObject => ({
	input,
	preview: { method, path, query: query as IDataObject, body: body as IDataObject },
});
