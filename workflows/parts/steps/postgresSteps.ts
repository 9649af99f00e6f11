import type { Step } from '../step';

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
 * Items as JSON for `json_array_elements_text`, in ASCII: what PostgreSQL cannot read or store, such as a NUL, is found where the
 * item is written, and does not fail all the others.
 */
const TEXTS =
	"={{ [JSON.stringify($input.all().map((one) => JSON.stringify(one.json).replace(/[^\\x20-\\x7e]/g, (letter) => '\\\\u' + " +
	"letter.charCodeAt(0).toString(16).padStart(4, '0'))))] }}";

/**
 * Writes all items with one statement, each by itself: what the database refuses comes out as failed, with its words, and
 * the others are written. Gives the outcome of each, in their order, in `result`.
 * @param before statements that make tables
 * @param write a statement that writes `item` (JSON) and puts `outcome` and `problem`, as JSON, into `result`
 */
export const writeEach = (name: string, before: string, write: string): Step => {
	const step = writeAll(
		name,
		`=${before}
CREATE OR REPLACE FUNCTION pg_temp.write(given_item text) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off -- a table that is empty at the first item may be large at the last one
AS $write$
DECLARE
  item jsonb;
  result jsonb;
BEGIN
item := given_item::jsonb;
${write};
RETURN jsonb_strip_nulls(result);
EXCEPTION WHEN OTHERS THEN
  RETURN jsonb_build_object('outcome', 'failed', 'problem', 'The database refuses it: ' || SQLERRM || '.');
END $write$;
SELECT pg_temp.write(one) AS result FROM json_array_elements_text($1::json) WITH ORDINALITY AS given (one, place) ORDER BY place`,
	);
	return { ...step, parameters: { ...step.parameters, options: { queryReplacement: TEXTS } } };
};
