import type { IDataObject } from 'n8n-workflow';
import { LINES, type RunResult } from '../../engine';
import { CONTRACTS, credentialFor } from '../../support/credentials';
import { faultsOf, textsOf } from '../../support/hostile/readable';
import { useListener } from '../../support/listener';
import { byNumber } from '../../support/parameters';
import { useStage } from '../../support/stage';

/** Names that every JavaScript object has. */
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
/** What an expression may give for a field of a credential. */
const ODD: ReadonlyArray<[string, IDataObject[string]]> = [
	['an object', { a: 1 }],
	['an object without a text', { toString: 1, valueOf: 1 }],
	['a list', ['x']],
	['a number', 7],
	['a yes', true],
];

const faults = (result: RunResult): string[] => textsOf(result).flatMap(faultsOf);

describe.each(LINES)('Input that nobody expects, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useListener();

	describe.each(KEYS)('the name %s', (key) => {
		it('is sent as the name of a query parameter, in a field and in the path', async () => {
			const parameters = {
				resource: 'customApiCall',
				method: 'GET',
				path: `/v1/labels?${key}=1`,
				query: {
					parameter: [
						{ name: key, value: '2' },
						{ name: key, value: '3' },
					],
				},
			};
			const { status } = await stage.orders('call', parameters, { credentials: credentialFor('live', service.url) });
			expect({ status, urls: service.heard.map(({ url }) => url) }).toEqual({
				status: 'success',
				urls: [`/v1/labels?${key}=1&${key}=2&${key}=3`],
			});
		});

		it.each([
			['resource', { resource: key, operation: 'get' }, `The resource “${key}” does not exist.`],
			['operation', { resource: 'order', operation: key }, `“order” has no operation “${key}”.`],
		])('is no %s', async (_, parameters, message) => {
			const { error } = await stage.orders(parameters.operation, parameters);
			expect(error).toMatchObject({
				message,
				description: 'Open the node, and select the resource and the operation again.',
			});
		});

		it('is no code of the service that is known', async () => {
			service.reply = () => ({ status: 422, body: { errorCode: key, message: 'Not today' } });
			const { error } = await stage.orders(
				'getAll',
				{ options: { maxTries: 1 } },
				{ credentials: credentialFor('live', service.url) },
			);
			expect(error).toMatchObject({
				message: `The service rejected the request (HTTP 422). It says: Not today. Code: ${key}.`,
				description: 'Correct the field that the message names and run again.',
			});
		});
	});

	describe.each(CONTRACTS)('a credential of the %s contract', (contract) => {
		const run = async (more: IDataObject): Promise<RunResult> =>
			await stage.orders('cancel', byNumber(), {
				credentials: credentialFor(contract, stage.url, more),
				items: [{ no: 'NW-10046' }],
			});
		const address = contract === 'guide' ? 'baseUrl' : 'apiUrl';

		it.each(['true', 'TRUE', ' yes ', '1', 1])('whose Read Only is %j is read only', async (readOnly) => {
			const { error } = await run({ readOnly });
			expect(error?.message).toBe('The credential is read-only. Nothing was sent.');
			expect(stage.control.requests().log).toEqual([]);
		});

		it.each(['maybe', { a: 1 }, ['true']])('whose Read Only is %j is refused', async (readOnly) => {
			const result = await run({ readOnly });
			expect(result.error?.message).toMatch(/^Read Only in the credential: /);
			expect(result.error?.description).toMatch(/Use true or false/);
			expect(faults(result)).toEqual([]);
			expect(stage.control.requests().log).toEqual([]);
		});

		it.each(
			ODD.flatMap(([what, value]) =>
				[address, contract === 'guide' ? 'clientSecret' : 'accessToken'].map((field) => ({ what, value, field })),
			),
		)('whose $field is $what is refused, where n8n can read it by the name of the field', async ({ field, value }) => {
			const result = await run({ [field]: value });
			expect(result.error?.message).toMatch(
				/^(Base URL|API URL|Client Secret|Access Token) in the credential: This is not text\.$|^Credential: n8n cannot read one of its fields\.$/,
			);
			expect(result.error?.description).toMatch(/Open the credential and (enter|correct)/);
			expect(faults(result)).toEqual([]);
			expect(stage.control.requests().log).toEqual([]);
		});
	});

	it('an environment that is none is not taken for production', async () => {
		const result = await stage.orders(
			'getAll',
			{},
			{ credentials: credentialFor('live', stage.url, { environment: 'Staging' }) },
		);
		expect(result.error).toMatchObject({
			message: 'Environment in the credential: “Staging” is not one of the choices.',
			description: 'Use one of production, demo, custom.',
		});
	});
});
