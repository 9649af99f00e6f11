import type { Step } from './step';

/** A SELECT of n8n's own node. The user chooses the credential. */
export const select = (name: string, query: string): Step => ({
	name,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.6,
	parameters: { operation: 'executeQuery', query: `=${query}`, options: {} },
	alwaysOutputData: true,
});

/** Writes all items with one statement, which gets them as JSON in `$1` and gives one row for each. */
export const writeAll = (name: string, query: string): Step => ({
	name,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.6,
	parameters: {
		operation: 'executeQuery',
		query,
		options: { queryReplacement: '={{ [JSON.stringify($input.all().map((one) => one.json))] }}' },
	},
	executeOnce: true,
});

/**
 * Writes each item with a statement of its own, which gets it as JSON in `$1`. What the database refuses comes out as
 * `{error}` in its place, and the others go on.
 */
export const writeEach = (name: string, query: string): Step => ({
	name,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.6,
	parameters: {
		operation: 'executeQuery',
		query: `=${query}`,
		options: { queryBatching: 'independently', queryReplacement: '={{ [JSON.stringify($json)] }}' },
	},
	onError: 'continueRegularOutput',
});
