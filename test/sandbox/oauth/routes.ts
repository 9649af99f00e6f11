import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Reply } from '../http/problem';
import { serveGuarded } from '../http/pipeline';
import type { Service } from '../service';
import { GUIDE_TOKEN_SECONDS, SECRETS } from './tokens';

const TOKEN_PATH = '/oauth/token';
/** Company id of the sandbox, as given to the redirect URL. */
export const COMPANY_ID = 2044;

function oauthError(status: number, error: string, description: string): Reply {
	return new Reply(status, { error, error_description: description });
}

function basicOf(header: string | undefined): { id: string; secret: string } | undefined {
	const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const text = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = text.indexOf(':');
	return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Parameters of a token call: form body first, query string second (production clients use either). */
function paramsOf(request: FastifyRequest): URLSearchParams {
	const params = new URL(request.raw.url ?? '', 'http://localhost').searchParams;
	const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
	if (isForm && typeof request.body === 'string')
		for (const [name, value] of new URLSearchParams(request.body)) params.set(name, value);
	return params;
}

function grantClientCredentials(service: Service, params: URLSearchParams, basic: ReturnType<typeof basicOf>): Reply {
	const id = basic?.id ?? params.get('client_id');
	const secret = basic?.secret ?? params.get('client_secret');
	if (id === SECRETS.liveAppKey)
		return oauthError(400, 'unauthorized_client', 'This client may not use the client_credentials grant');
	if (id !== SECRETS.guideClientId || secret !== SECRETS.guideClientSecret)
		return oauthError(401, 'invalid_client', 'Bad client credentials');
	return new Reply(200, {
		access_token: service.tokens.issue('guide'),
		token_type: 'Bearer',
		expires_in: GUIDE_TOKEN_SECONDS,
	});
}

function grantCode(service: Service, params: URLSearchParams, basic: ReturnType<typeof basicOf>): Reply {
	if (basic?.id === SECRETS.guideClientId)
		return oauthError(400, 'unauthorized_client', 'This client may not use the authorization_code grant');
	if (basic?.id !== SECRETS.liveAppKey || basic.secret !== SECRETS.liveAppSecret)
		return oauthError(401, 'invalid_client', 'App key and secret are expected in a Basic header');
	const redeemed = service.tokens.redeem(params.get('code') ?? '', params.get('redirect_uri') ?? '');
	if (!redeemed)
		return oauthError(400, 'invalid_grant', 'The code is unknown or used, or the redirect URL is another one');
	return new Reply(200, { access_token: service.tokens.issue('live'), token_type: 'bearer', scope: redeemed.scope });
}

function grant(service: Service, request: FastifyRequest): Reply {
	const params = paramsOf(request);
	const basic = basicOf(request.headers.authorization);
	const type = params.get('grant_type');
	if (type === 'client_credentials') return grantClientCredentials(service, params, basic);
	if (type === 'authorization_code') return grantCode(service, params, basic);
	return oauthError(
		400,
		type ? 'unsupported_grant_type' : 'invalid_request',
		type ? `Unsupported grant type: ${type}` : 'grant_type is missing',
	);
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function approvalPage(params: URLSearchParams): string {
	const hidden = [...params]
		.map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
		.join('');
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox: install app</title>
<h1>Sandbox of Order Manager</h1><p>The app <b>${escapeHtml(params.get('client_id') ?? '')}</b> asks for: ${escapeHtml(params.get('scope') ?? 'no permissions')}</p>
<form method="get" action="/oauth/authorize">${hidden}<input type="hidden" name="approve" value="1"><button type="submit">Approve</button></form></html>`;
}

/** Checks an authorize call; gives the complaint, or the redirect address to go back to. */
function checkAuthorize(params: URLSearchParams): { complaint: string } | { redirect: URL } {
	if (params.get('client_id') !== SECRETS.liveAppKey) return { complaint: 'Unknown client_id' };
	if (params.get('response_type') !== 'code') return { complaint: 'response_type must be code' };
	const redirectUri = params.get('redirect_uri') ?? '';
	if (!URL.canParse(redirectUri) || !/^https?:$/.test(new URL(redirectUri).protocol))
		return { complaint: 'redirect_uri must be an http(s) address' };
	return { redirect: new URL(redirectUri) };
}

/** `POST /oauth/token` and `GET /oauth/authorize` (the latter is a page for people, without faults or log). */
export function registerOAuth(server: FastifyInstance, service: Service): void {
	server.post(TOKEN_PATH, (request, reply) =>
		serveGuarded(service, { contract: 'oauth', template: TOKEN_PATH }, request, reply, () => grant(service, request)),
	);

	server.get('/oauth/authorize', (request, reply) => {
		const params = new URL(request.raw.url ?? '', 'http://localhost').searchParams;
		const checked = checkAuthorize(params);
		if ('complaint' in checked)
			return reply
				.code(400)
				.type('text/html;charset=UTF-8')
				.send(`<!doctype html><title>Sandbox</title><p>${escapeHtml(checked.complaint)}</p>`);
		if (params.get('approve') !== '1') return reply.type('text/html;charset=UTF-8').send(approvalPage(params));
		const { redirect } = checked;
		redirect.searchParams.set(
			'code',
			service.tokens.newCode(params.get('redirect_uri') ?? '', params.get('scope') ?? ''),
		);
		redirect.searchParams.set('cid', String(COMPANY_ID));
		const state = params.get('state');
		if (state !== null) redirect.searchParams.set('state', state);
		return reply.redirect(redirect.toString(), 302);
	});
}
