import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkBody } from '../contract/body';
import { readQuery, type QueryValues } from '../contract/query';
import type { ContractSpec, EndpointSpec } from '../contract/spec';
import type { Service } from '../service';
import { drift } from '../store/drift';
import type { Call, Handler } from './call';
import type { FalseResponse } from './faults';
import { withOddValues } from './oddValues';
import { redirection } from './strikes';
import { HELD_MS, ONE_AT_A_TIME } from './singleFlight';
import { Reply, badField, Breach, guideProblemBody, liveProblemBody, Problem } from './problem';

type ContractName = 'live' | 'guide';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The 429 of a contract: milliseconds in `x-skubana-quota-retryAfter` (live), seconds in `Retry-After` (guide, OAuth). */
export function tooMany(contract: ContractName | 'oauth', retryAfterMs: number): Reply {
	const text = 'Too many requests';
	if (contract === 'live')
		return new Reply(429, { message: text }, { 'x-skubana-quota-retryAfter': String(retryAfterMs) });
	const headers = { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) };
	if (contract === 'oauth')
		return new Reply(429, { error: 'temporarily_unavailable', error_description: text }, headers);
	return new Reply(429, { error: { code: 'RATE_LIMITED', message: text, details: [] } }, headers);
}

function serverFailure(contract: ContractName | 'oauth', status: number): Reply {
	const text = status === 503 ? 'Service unavailable' : 'Internal server error';
	if (contract === 'guide') return new Reply(status, { error: { code: 'SERVER_ERROR', message: text, details: [] } });
	if (contract === 'oauth') return new Reply(status, { error: 'server_error', error_description: text });
	return new Reply(status, { message: text });
}

/** How a call of either contract or of the token endpoint goes: logged, delayed, struck by a fault or not, then answered. */
export async function serveGuarded(
	service: Service,
	facts: { contract: ContractName | 'oauth'; template: string },
	request: FastifyRequest,
	reply: FastifyReply,
	produce: (rows?: number) => Reply | Promise<Reply>,
): Promise<void> {
	const [path = '', query = ''] = request.raw.url?.split('?', 2) ?? [];
	// What is sent for a token is a secret.
	const body = facts.contract === 'oauth' ? undefined : request.body;
	const entry = service.requests.begin(request.method, facts.template, path, query, body);
	const strike = service.faults.next({ ...facts, method: request.method, path });
	entry.fault = strike?.kind ?? null;
	if (service.latencyMs > 0) await pause(service.latencyMs);
	await service.gate.passed();
	const cut = (): void => {
		service.requests.end(entry, 0);
		reply.hijack();
		request.raw.socket.destroy();
	};
	if (strike?.kind === 'hang') {
		service.requests.end(entry, 0);
		reply.hijack();
		return;
	}
	if (strike?.kind === 'reset') return cut();
	let response: Reply;
	if (strike?.kind === '429') response = tooMany(facts.contract, strike.retryAfterMs);
	else if (strike?.kind === '500' || strike?.kind === '503')
		response = serverFailure(facts.contract, Number(strike.kind));
	else if (strike?.kind === 'answer') response = await falseResponse(strike.response, produce);
	else if (strike?.kind === 'redirect') response = redirection(strike, request);
	else response = await produce();
	// A proxy that heard nothing for a while sends the call once more; the caller gets the second answer.
	if (strike?.kind === 'repeated') response = await produce();
	if (strike?.kind === 'lostAnswer') return cut();
	if (strike?.kind === 'drip') {
		service.requests.end(entry, 0);
		reply.hijack();
		return drip(request.raw.socket, reply.raw);
	}
	service.requests.end(entry, response.status);
	const text = typeof response.body === 'string' ? response.body : JSON.stringify(response.body);
	reply.code(response.status).headers(response.headers);
	if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json;charset=UTF-8');
	// Sent as bytes: writing a long string to the socket costs several times more.
	await reply.send(Buffer.from(strike?.kind === 'truncated' ? text.slice(0, Math.floor(text.length / 2)) : text));
}

/** An answer that never ends and never pauses: blanks, which JSON may begin with. */
function drip(socket: Socket, response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'application/json;charset=UTF-8' });
	const drops = setInterval(() => response.write(' '), 20);
	socket.once('close', () => clearInterval(drops));
}

/** Does the work, or a part of it, or none, and says something else. */
async function falseResponse(
	{ status = 200, body, effect = false }: FalseResponse,
	produce: (rows?: number) => Reply | Promise<Reply>,
): Promise<Reply> {
	const own = effect === false ? undefined : await produce(effect === true ? undefined : effect);
	const said = body === undefined ? (own?.body ?? { message: 'Answered as asked' }) : body;
	return new Reply(
		status,
		said,
		typeof said === 'string' && said.startsWith('<') ? { 'content-type': 'text/html' } : {},
	);
}

function checkToken(service: Service, contract: ContractName, header: string | undefined): Reply | undefined {
	const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
	if (token !== undefined && service.tokens.accepts(token, contract)) return undefined;
	const text = token === undefined ? 'Full authentication is required to access this resource' : 'Invalid access token';
	return new Reply(401, { error: token === undefined ? 'unauthorized' : 'invalid_token', error_description: text });
}

const PATH_ID: Record<string, RegExp> = { int32: /^\d{1,10}$/, int64: /^\d{1,18}$/ };

function readPath(endpoint: EndpointSpec, given: Record<string, string>): Record<string, string> {
	for (const [name, type] of Object.entries(endpoint.pathParams)) {
		if ((PATH_ID[type] ?? /./).test(given[name] ?? '')) continue;
		const message = `${name} in the path is not a valid ${type}: ${given[name] ?? ''}`;
		throw new Breach(400, message, [{ field: name, message }]);
	}
	return given;
}

function readBody(service: Service, contract: ContractName, endpoint: EndpointSpec, text: string): unknown {
	if (!endpoint.body) {
		if (service.mode === 'strict' && !['', '{}', '[]', 'null'].includes(text.trim()))
			throw new Breach(400, `${endpoint.method} ${endpoint.path} takes no body`);
		return undefined;
	}
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		throw new Breach(400, text === '' ? 'A JSON body is required' : 'The body is not valid JSON');
	}
	const complaints = checkBody(body, endpoint.body, service.schemas[contract]);
	if (complaints.length > 0) throw new Breach(400, `Invalid body: ${complaints[0]!.message}`, complaints);
	return body;
}

/** Page and size from `page` and `limit` (live) or `pageSize` (guide); an unpaged operation gets everything. */
function readPaging(service: Service, endpoint: EndpointSpec, query: QueryValues): { page: number; limit: number } {
	if (!endpoint.query['page']) return { page: 1, limit: Number.MAX_SAFE_INTEGER };
	const sizeName = endpoint.query['pageSize'] ? 'pageSize' : 'limit';
	const asked = query.number('page') ?? 1;
	const limit = query.number(sizeName) ?? 100;
	if (asked < 1) throw badField(422, 'page', 'page counts from 1');
	const page = service.pageCycle > 0 ? ((asked - 1) % service.pageCycle) + 1 : asked;
	if (limit < 1) throw badField(422, sizeName, `${sizeName} must be at least 1`);
	const rule = service.pageLimitFor(endpoint.path);
	if (!rule || limit <= rule.max) return { page, limit };
	if (rule.mode === 'refuse') throw badField(422, sizeName, `${sizeName} must not exceed ${rule.max}`);
	return { page, limit: rule.max };
}

function openCall(
	service: Service,
	contract: ContractSpec,
	endpoint: EndpointSpec,
	request: FastifyRequest,
	rows?: number,
): Call {
	const params = readPath(endpoint, request.params as Record<string, string>);
	const search = new URL(request.raw.url ?? '', 'http://localhost').searchParams;
	const { values, complaints } = readQuery(search, endpoint, contract, service.mode);
	if (complaints.length > 0) throw new Breach(422, `Invalid parameter: ${complaints[0]!.message}`, complaints);
	const given = readBody(service, contract.name, endpoint, typeof request.body === 'string' ? request.body : '');
	const body = rows !== undefined && Array.isArray(given) ? given.slice(0, rows) : given;
	return {
		endpoint,
		params,
		query: values,
		body,
		store: service.store,
		service,
		...readPaging(service, endpoint, values),
	};
}

function run(
	service: Service,
	contract: ContractSpec,
	endpoint: EndpointSpec,
	handler: Handler | undefined,
	request: FastifyRequest,
	rows?: number,
): Reply {
	try {
		const call = openCall(service, contract, endpoint, request, rows);
		if (!handler)
			throw new Breach(
				501,
				`The sandbox does not implement ${endpoint.method} ${endpoint.path} (${endpoint.id}) of the ${contract.name} contract`,
				[],
				'NOT_IMPLEMENTED',
			);
		if (isPastTheEnd(service, endpoint, request)) return new Reply(200, []);
		const result = handler(call);
		if (endpoint.query['page'] && service.touchPerPage > 0) drift(service.store, endpoint.id, service.touchPerPage);
		const response =
			result instanceof Reply ? result : new Reply(200, enveloped(service, contract, endpoint, result ?? null));
		return withOddValues(service.oddValues, endpoint.path, response);
	} catch (error) {
		if (!(error instanceof Problem))
			return new Reply(500, {
				message: `Fault of the sandbox itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
			});
		if (error instanceof Breach) service.requests.noteBreach(endpoint.method, endpoint.path, error.message);
		return new Reply(error.status, contract.name === 'live' ? liveProblemBody(error) : guideProblemBody(error));
	}
}

/**
 * Whether a page beyond the first is asked of a list that has no pages. A production client reads the app's properties until a page is empty (live-api section 11, TAP), so that
 * such a page must be one.
 */
function isPastTheEnd({ mode }: Service, endpoint: EndpointSpec, request: FastifyRequest): boolean {
	if (mode !== 'tolerant' || endpoint.method !== 'GET' || endpoint.query['page'] || !endpoint.response?.endsWith('[]'))
		return false;
	return Number(new URL(request.raw.url ?? '', 'http://localhost').searchParams.get('page') ?? 1) > 1;
}

/** Wraps a list of the guide contract when the control verb says so: readers must take every form. */
function enveloped(service: Service, contract: ContractSpec, endpoint: EndpointSpec, result: unknown): unknown {
	if (contract.name !== 'guide' || service.envelope === 'none' || !Array.isArray(result)) return result;
	const key = service.envelope === 'resource' ? endpoint.id.split('.')[0]! : service.envelope;
	return { [key]: result };
}

/** Serves one operation of a contract: fault plan, quota, token, one-at-a-time rule, checks, handler. */
export function serveEndpoint(
	service: Service,
	contract: ContractSpec,
	endpoint: EndpointSpec,
	handler: Handler | undefined,
) {
	const facts = { contract: contract.name, template: endpoint.path };
	return (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
		serveGuarded(service, facts, request, reply, async (rows) => {
			const wait = service.quotas.take({ ...facts, method: request.method, path: request.raw.url ?? '' });
			if (wait !== undefined) return tooMany(contract.name, wait);
			const refusal = checkToken(service, contract.name, request.headers.authorization);
			if (refusal) return refusal;
			if (!ONE_AT_A_TIME.has(endpoint.id)) return run(service, contract, endpoint, handler, request, rows);
			if (!service.singleFlight.enter(endpoint.id)) return tooMany(contract.name, HELD_MS * 2);
			try {
				await pause(HELD_MS);
				return run(service, contract, endpoint, handler, request, rows);
			} finally {
				service.singleFlight.leave(endpoint.id);
			}
		});
}
