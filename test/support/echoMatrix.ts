import type { IDataObject } from 'n8n-workflow';
import type { Line } from '../engine';
import { type Heard, useListener } from './listener';
import { newOrder } from './parameters';
import {
	credentialsWith,
	ECHOES,
	ENCODINGS,
	expectNoSecretIn,
	isTokenCall,
	ROWS,
	type SecretSet,
	TOKEN_REFUSALS,
	tokenReply,
} from './secrets';
import { type Settings, useStage } from './stage';

const ofForm = (form: (name: string) => string): SecretSet => ({
	accessToken: form('access'),
	clientSecret: form('client'),
	storedToken: form('stored'),
	refreshToken: form('refresh'),
	issuedToken: form('issued'),
});
const SHORT: Record<string, string> = {
	access: 'q7Zx',
	client: 'w9Kp5',
	stored: 'v3Jh',
	refresh: 'x5Gf8',
	issued: 'z8D',
};
const special = (name: string): string => `${name}&b+c/d=e%f"g\\h<i>j'k l`;

/** Secrets of every kind that encoders, blanks and other words could get in the way of. */
export const SHAPES: Record<string, SecretSet> = {
	usual: ofForm((name) => `${name}-Zx81Qv`),
	'with blanks around them': ofForm((name) => `  ${name}-Zx81Qv `),
	'with special characters': ofForm(special),
	'beyond ASCII': { ...ofForm((name) => `${name}-Zx81Qv`), clientSecret: 'schlüssel-€-😀' },
	short: ofForm((name) => SHORT[name] ?? name),
	'of a common length': ofForm((name) => `${name.slice(0, 2)}Zx81`),
	'as long as a JWT': ofForm((name) => Array.from({ length: 40 }, (_, at) => `${name}${at}Zx81Qv`).join('.')),
};

type Encode = (typeof ENCODINGS)[string];

/** Anything that repeats each of the secrets in an encoding. */
const repeating = (known: readonly string[], encode: Encode, id: string): string =>
	known.map((secret) => `token ${encode(secret, id)}`).join(' or ');
const inAll = (known: readonly string[], id: string): string =>
	Object.values(ENCODINGS)
		.map((encode) => repeating(known, encode, id))
		.join(' and ');

/** Characters that fit into a header. */
const HEADER = 6_000;

/** The same in parts that fit into a header. */
const inParts = (known: readonly string[], id: string): string[] =>
	Object.values(ENCODINGS)
		.map((encode) => repeating(known, encode, id))
		.reduce<string[]>((parts, text) => {
			const last = parts.at(-1);
			return last === undefined || last.length + text.length > HEADER
				? [...parts, text]
				: [...parts.slice(0, -1), `${last} and ${text}`];
		}, []);

/** How many echoes the matrix has for each n8n line: shape × secret × encoding × place. */
export const echoesOf = (shapes: readonly string[]): number => {
	const known = credentialsWith(SHAPES.usual as SecretSet).flatMap(([, , secrets]) => secrets).length;
	return shapes.length * known * Object.keys(ENCODINGS).length * (ECHOES.length + ROWS.length);
};

/**
 * Lets a service repeat secrets of these shapes in all encodings, wherever the pack reads; none may come out of it.
 * @param oneByOne a token endpoint, which is asked once a run, repeats one encoding a run; else all of them at once
 */
export function describeEchoes(shapes: readonly string[], lines: readonly Line[], oneByOne: boolean): void {
	describe.each(lines)('An echoing service, n8n line %s', (line) => {
		const stage = useStage(line);
		const service = useListener();

		describe.each(shapes)('with secrets that are %s', (shape) => {
			const secrets = SHAPES[shape] as SecretSet;
			const all = Object.values(secrets);

			describe.each(credentialsWith(secrets))('of %s', (type, make, known) => {
				const { data } = make('');
				const id = String(data.clientId ?? '');
				const settings = (): Settings => ({ credentials: make(service.url), onError: 'continueErrorOutput' });
				const response = (reply: (heard: Heard) => ReturnType<typeof tokenReply>): void => {
					service.reply = (heard) => (isTokenCall(heard) ? tokenReply(secrets) : reply(heard));
				};

				it.each([...ECHOES, ...ROWS])('gives away nothing through %s', async (what, reply) => {
					const encodings = Object.keys(ENCODINGS);
					response((heard) => {
						const encode = ENCODINGS[encodings[Number(/encoding=(\d+)/.exec(heard.url)?.[1])] ?? ''];
						return encode ? reply(heard, repeating(known, encode, id)) : { status: 200, body: [] };
					});
					const path = `={{ "${type === 'extensivOAuth2Api' ? '/api' : '/v1'}/labels?encoding=" + $json.encoding }}`;
					const parameters = { resource: 'customApiCall', method: 'GET', path, options: { maxTries: 1 } };
					const result = await stage.orders('call', parameters, {
						...settings(),
						items: encodings.map((_, encoding) => ({ encoding })),
					});
					expect(service.heard.filter(({ url }) => url.includes('encoding=')).length).toBeGreaterThanOrEqual(
						encodings.length,
					);
					// Not shown at all, or hidden in what is shown. Where n8n can renew a token, a 401 is its error and not an answer.
					const isNotShown = /no JSON/.test(what) || (/a 401/.test(what) && type !== 'extensivOrderManagerApi');
					expect(JSON.stringify(result).includes('•••')).toBe(!isNotShown);
					expectNoSecretIn(result, all);
				});

				it.each(ECHOES.filter(([what]) => !/in a 200|no list/.test(what)))(
					'gives away nothing where it stops the workflow through %s',
					async (_what, reply) => {
						for (const text of inParts(known, id)) {
							response((heard) => reply(heard, text));
							const result = await stage.orders(
								'getAll',
								{ options: { maxTries: 1 } },
								{ credentials: make(service.url) },
							);
							expect(result).toMatchObject({
								status: 'error',
								items: [],
								error: {
									name: 'NodeApiError',
									message: expect.stringMatching(/^The (service(?:'s)?|credential|answer) /),
								},
							});
							expectNoSecretIn(result, all);
						}
					},
				);

				it.each([true, false])('gives away nothing in the rows of a list (simplified: %p)', async (simplify) => {
					response(
						(heard) =>
							(ROWS.find(([what]) => what === 'an order') ?? ROWS[0])?.[1](heard, inAll(known, id)) ?? {
								status: 404,
								body: {},
							},
					);
					const result = await stage.orders('getAll', { simplify, options: { maxTries: 1 } }, settings());
					expect(result.items.length).toBeGreaterThan(0);
					expect(result.hints).toEqual([expect.stringContaining('secret')]);
					expectNoSecretIn(result, all);
				});

				it('gives away nothing of a write that went well', async () => {
					response((heard) => {
						const text = inAll(known, id);
						const rows = [
							{
								index: heard.url.startsWith('/api') ? 0 : 1,
								id: 7,
								orderId: 7,
								orderNumber: 'ERP-1',
								status: text,
								note: text,
							},
						];
						return heard.method === 'GET'
							? { status: 200, body: [] }
							: { status: 200, body: { id: 7, order_number: 'ERP-1', status: text, results: rows, ids: rows } };
					});
					expectNoSecretIn(
						await stage.orders('create', newOrder({ options: { maxTries: 1 } }), {
							...settings(),
							items: [{ no: 'ERP-1' }],
						}),
						all,
					);
				});

				it('gives away nothing in the editor', async () => {
					response(() => ({ status: 200, body: [{ id: 1, warehouseId: 1, name: inAll(known, id) }] }));
					const parameters: IDataObject = { authentication: type };
					const list = await stage.engine.listSearch({
						node: 'extensivOrders',
						method: 'searchWarehouses',
						parameters,
						credentials: make(service.url),
					});
					expect(list.results.length).toBeGreaterThan(0);
					expectNoSecretIn(list, all);
				});

				it('gives away nothing through a poll, be it in items, in what is kept or in an error', async () => {
					const poll = {
						node: 'extensivTrigger',
						parameters: { authentication: type, events: ['orderCreated'] },
						credentials: make(service.url),
					};
					for (const [, reply] of [...ROWS, ...ECHOES.filter(([what]) => !/500|cut|no JSON/.test(what))]) {
						response((heard) => reply(heard, inAll(known, id)));
						for (const mode of ['manual', 'trigger'] as const)
							expectNoSecretIn(await stage.engine.poll({ ...poll, mode }), all);
					}
				});

				if (type !== 'extensivOrderManagerApi') {
					// What was never issued is not known to anybody.
					const own = known.filter((secret) => JSON.stringify(data).includes(JSON.stringify(secret)));

					it.each(TOKEN_REFUSALS)(
						'gives away nothing through a token endpoint that refuses with %s',
						async (_what, reply) => {
							for (const text of oneByOne
								? Object.values(ENCODINGS).map((encode) => repeating(own, encode, id))
								: [inAll(own, id)]) {
								service.reply = (heard) => (isTokenCall(heard) ? reply(text) : { status: 401, body: {} });
								for (const onError of ['continueErrorOutput', 'stopWorkflow'] as const) {
									const result = await stage.orders(
										'getAll',
										{ options: { maxTries: 1 } },
										{ credentials: make(service.url), onError },
									);
									expect(result.errorItems.length + (result.error ? 1 : 0)).toBe(1);
									expectNoSecretIn(result, all);
								}
							}
						},
					);
				}
			});
		});
	});
}
