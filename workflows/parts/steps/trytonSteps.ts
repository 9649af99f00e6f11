import { setting } from '../erp';
import type { Step } from '../step';

/** Files of code that plan and settle calls of Tryton. */
export const CALLS = ['shared/calls.js', 'tryton/answers.js', 'tryton/calls.js'];

/** A call of Tryton's JSON-RPC. The user chooses the credential. `params` are JSON in which expressions may stand. */
export const call = (name: string, method: string, params: string, extra: Partial<Step> = {}): Step => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `={{ ${setting('trytonUrl')}.replace(/\\/+$/, '') }}/{{ ${setting('database')} }}/`,
		authentication: 'genericCredentialType',
		genericAuthType: 'httpBasicAuth',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={
  "id": 1,
  "method": "${method}",
  "params": ${params}
}`,
		options: {},
	},
	...extra,
});

/** `search_read` of a model, all rows; the context comes last. */
export const read = (name: string, model: string, domain: string, fields: readonly string[], context = '{}'): Step =>
	call(
		name,
		`model.${model}.search_read`,
		`[
    ${domain},
    0, null, [["id", "ASC"]],
    ${JSON.stringify(fields)},
    ${context}
  ]`,
	);
