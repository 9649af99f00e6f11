import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FaultRule } from '../http/faults';
import type { OddValues } from '../http/oddValues';
import type { QuotaRule } from '../http/quotas';
import type { Envelope, Numbering, PageLimit, UnknownSku, Visibility } from '../service';
import type { OrderOrdering } from '../store/orderBook';
import type { FeedRule } from '../store/stockFeed';
import type { SandboxControl } from './control';
import type { Push } from './push';
import type { ClockChange, SeedData } from './types';

type Verb = (request: FastifyRequest) => unknown;

function bodyOf<T>(request: FastifyRequest): T {
	const text = typeof request.body === 'string' ? request.body.trim() : '';
	try {
		return (text === '' ? {} : JSON.parse(text)) as T;
	} catch {
		throw new RangeError('The body is not valid JSON');
	}
}

function rowsOf<T>(request: FastifyRequest): T[] {
	const body = bodyOf<unknown>(request);
	if (!Array.isArray(body)) throw new RangeError('The body must be a JSON array');
	return body as T[];
}

/** The control verbs over HTTP, under `/_control/`. No authorization, no faults, not in the request log. */
export function registerControl(server: FastifyInstance, control: SandboxControl): void {
	const verbs: Array<['GET' | 'POST' | 'PUT' | 'DELETE', string, Verb]> = [
		['POST', 'reset', (request) => control.reset(bodyOf<{ seed?: number }>(request))],
		['POST', 'seed', (request) => control.seed(bodyOf<SeedData>(request))],
		['PUT', 'latency', (request) => control.latency(bodyOf<{ ms: number }>(request))],
		['PUT', 'gate', (request) => control.gate(bodyOf<{ shut: boolean }>(request))],
		['PUT', 'faults', (request) => control.faults(rowsOf<FaultRule>(request))],
		['PUT', 'quotas', (request) => control.quotas(rowsOf<QuotaRule>(request))],
		['PUT', 'drift', (request) => control.drift(bodyOf<{ touchPerPage: number }>(request))],
		['PUT', 'pageCycle', (request) => control.pageCycle(bodyOf<{ pages: number }>(request))],
		['PUT', 'ordering', (request) => control.ordering(bodyOf<{ orders: OrderOrdering }>(request))],
		['PUT', 'pageLimits', (request) => control.pageLimits(rowsOf<PageLimit>(request))],
		['PUT', 'envelope', (request) => control.envelope(bodyOf<{ guide: Envelope }>(request))],
		['PUT', 'stockFeed', (request) => control.stockFeed(bodyOf<Partial<FeedRule>>(request))],
		['PUT', 'visibility', (request) => control.visibility(bodyOf<Partial<Visibility>>(request))],
		['PUT', 'numbering', (request) => control.numbering(bodyOf<{ orders: Numbering }>(request))],
		['PUT', 'oddValues', (request) => control.oddValues(rowsOf<OddValues>(request))],
		['PUT', 'unknownSku', (request) => control.unknownSku(bodyOf<{ code: UnknownSku }>(request))],
		['GET', 'books', () => control.books()],
		['GET', 'orders', (request) => control.orders({ number: (request.query as { number?: string }).number ?? '' })],
		['GET', 'requests', () => control.requests()],
		['DELETE', 'requests', () => (control.clearRequests(), {})],
		['POST', 'takeBreaches', () => control.takeBreaches()],
		['POST', 'revokeTokens', () => control.revokeTokens()],
		['POST', 'push', async (request) => await control.push(bodyOf<Push>(request))],
		['PUT', 'clock', (request) => control.clock(bodyOf<ClockChange>(request))],
	];
	for (const [method, name, verb] of verbs) {
		server.route({
			method,
			url: `/_control/${name}`,
			handler: async (request, reply) => {
				try {
					return await reply.send(await verb(request));
				} catch (error) {
					if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
					return reply.code(400).send({ message: error.message });
				}
			},
		});
	}
}
