import { parseArgs } from 'node:util';
import { SECRETS, startSandbox } from './index';

const USAGE =
	'npm run sandbox -- [--port 4010] [--seed 1] [--orders 100000] [--latency 100] [--tolerant | --no-strict]';

function readNumber(name: string, text: string | undefined, fallback: number): number {
	const value = text === undefined ? fallback : Number(text);
	if (!Number.isInteger(value) || value < 0) throw new RangeError(`--${name} must be a whole number\n${USAGE}`);
	return value;
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			seed: { type: 'string' },
			orders: { type: 'string' },
			latency: { type: 'string' },
			tolerant: { type: 'boolean' },
			'no-strict': { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return console.log(USAGE);
	const mode = values['no-strict'] ? 'none' : values.tolerant ? 'tolerant' : 'strict';
	const orders = readNumber('orders', values.orders, 0);
	const sandbox = await startSandbox({
		port: readNumber('port', values.port, 4010),
		seed: readNumber('seed', values.seed, 1),
		mode,
	});
	if (orders > 0) sandbox.control.seed({ generateOrders: { count: orders } });
	sandbox.control.latency({ ms: readNumber('latency', values.latency, 0) });
	console.log(`Order Manager sandbox on ${sandbox.url} (${sandbox.control.books().orders} orders${mode === 'strict' ? '' : mode === 'tolerant' ? ', tolerant' : ', nothing enforced'})

  Live API      ${sandbox.url}/v1…      access token: ${SECRETS.privateToken}
                app key: ${SECRETS.liveAppKey}   app secret: ${SECRETS.liveAppSecret}   authorize: ${sandbox.url}/oauth/authorize
  Guide API     ${sandbox.url}/api/…    client id: ${SECRETS.guideClientId}   client secret: ${SECRETS.guideClientSecret}
  Token URL     ${sandbox.url}/oauth/token
  Control       ${sandbox.url}/_control/…   (see test/sandbox/README.md)

  Try:  curl -H 'Authorization: Bearer ${SECRETS.privateToken}' '${sandbox.url}/v1.1/orders?limit=1'
  Ctrl-C ends it.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
