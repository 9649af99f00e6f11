import { ensureInstalled } from './installation';
import { say, secondsSince } from './progress';

/** `npx tsx test/host/install.ts`: puts n8n into the cache folder, so that later runs start at once. */
const main = async (): Promise<void> => {
	const start = performance.now();
	const { node, n8n } = await ensureInstalled();
	say(`n8n is ready after ${secondsSince(start)}: ${node} ${n8n}`);
};

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
