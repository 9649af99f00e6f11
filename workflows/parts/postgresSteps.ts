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
 * Writes all items with one statement, each by itself: what the database refuses comes out as failed, with its words, and
 * the others are written. Gives each item with its outcome, in `result`.
 * @param tables statements that make tables
 * @param write a statement that writes `item` (JSON) and puts `outcome` and `problem`, as JSON, into `result`
 */
export const writeEach = (name: string, tables: string, write: string): Step =>
	writeAll(
		name,
		`=${tables}
CREATE OR REPLACE FUNCTION pg_temp.write(item jsonb) RETURNS jsonb LANGUAGE plpgsql AS $write$
DECLARE
  result jsonb;
BEGIN
${write};
RETURN item || jsonb_strip_nulls(result);
EXCEPTION WHEN OTHERS THEN
  RETURN item || jsonb_build_object('outcome', 'failed', 'problem', 'The database refuses it: ' || SQLERRM || '.');
END $write$;
SELECT pg_temp.write(one) AS result FROM jsonb_array_elements($1::jsonb) AS one`,
	);
