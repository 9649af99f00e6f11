import type { IDataObject } from 'n8n-workflow';

/** What of a value survives the way to the test process. Node errors may hold sockets and other loops. */
export function jsonCopy(value: unknown): IDataObject {
	try {
		return JSON.parse(JSON.stringify(value)) as IDataObject;
	} catch (error) {
		return { unreadable: (error as Error).message };
	}
}
