import fastify, { type FastifyInstance } from 'fastify';
import type { Handlers } from './call';
import { Reply, Breach, guideProblemBody, liveProblemBody } from './problem';
import { serveEndpoint } from './pipeline';
import type { ContractSpec } from '../contract/spec';
import { twinsOf } from '../contract/twins';
import type { Service } from '../service';
import { registerOAuth } from '../oauth/routes';
import { registerControl } from '../control/routes';
import type { SandboxControl } from '../control/control';
import { liveHandlers } from '../live';
import { guideHandlers } from '../guide';

const BODY_LIMIT = 50 * 1024 * 1024;

const routeOf = (template: string): string => template.replace(/\{(\w+)\}/g, ':$1');

function registerContract(server: FastifyInstance, service: Service, contract: ContractSpec, handlers: Handlers): void {
	const twins = service.mode === 'tolerant' && contract.name === 'live' ? twinsOf(contract) : [];
	for (const endpoint of [...contract.endpoints, ...twins]) {
		server.route({
			method: endpoint.method,
			url: routeOf(endpoint.path),
			handler: serveEndpoint(service, contract, endpoint, handlers[endpoint.id]),
		});
	}
}

/** What no contract knows: 404 as JSON, logged like any call (an operation's path called with another method answers so too). */
function unknownPath(service: Service, method: string, url: string): Reply {
	const path = url.split('?')[0] ?? '';
	const isGuide = path.startsWith('/api/');
	const entry = service.requests.begin(method, undefined, path, url.split('?')[1] ?? '');
	service.requests.end(entry, 404);
	const problem = new Breach(
		404,
		`${method} ${path} is not part of the ${isGuide ? 'guide' : 'live'} contract`,
		[],
		'UNKNOWN_PATH',
	);
	service.requests.noteBreach(method, path, problem.message);
	return new Reply(404, isGuide ? guideProblemBody(problem) : liveProblemBody(problem));
}

/** Puts the HTTP face on a service: both contracts, OAuth, control. Bodies reach the handlers as text; they parse them. */
export function buildServer(service: Service, control: SandboxControl): FastifyInstance {
	const server = fastify({
		bodyLimit: BODY_LIMIT,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 500 },
	});
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
	registerControl(server, control);
	registerOAuth(server, service);
	registerContract(server, service, service.live, liveHandlers);
	registerContract(server, service, service.guide, guideHandlers);
	server.addHook('onSend', (_request, reply, payload, done) => {
		const date = service.clock.header;
		reply.raw.sendDate = false;
		if (date !== undefined) reply.header('date', date);
		done(null, payload);
	});
	server.setNotFoundHandler((request, reply) => {
		const response = unknownPath(service, request.method, request.raw.url ?? '');
		return reply.code(response.status).type('application/json;charset=UTF-8').send(JSON.stringify(response.body));
	});
	server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
		reply.code(error.statusCode ?? 500).send({ message: error.message }),
	);
	return server;
}
