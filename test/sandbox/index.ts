import type { Mode } from './contract/mode';
import { SandboxControl } from './control/control';
import { buildServer } from './http/server';
import { Service } from './service';

export { SandboxControl } from './control/control';
export { SECRETS } from './oauth/tokens';
export type { Push, Pushed } from './control/push';
export type { SandboxData, SeedData, SeedOrder, SeedProduct, SeedResult, SeedStock } from './control/types';
export { type Mode, MODES } from './contract/mode';
export type { FaultKind, FaultRule } from './http/faults';
export type { QuotaRule } from './http/quotas';
export type { LoggedRequest, RequestReport } from './http/requestLog';
export type { PageLimit } from './service';

export interface SandboxOptions {
	/** 0 = any free port. */
	port?: number;
	/** Same seed, same ids, tokens and generated data. */
	seed?: number;
	/** What is refused. */
	mode?: Mode;
}

export interface Sandbox {
	/** Base of everything, such as `http://127.0.0.1:4010` (no trailing slash). */
	url: string;
	port: number;
	control: SandboxControl;
	/** Ends the server and every open connection. */
	close(): Promise<void>;
}

/** Starts a sandbox on the loopback interface. */
export async function startSandbox({ port = 0, seed = 1, mode = 'strict' }: SandboxOptions = {}): Promise<Sandbox> {
	const service = new Service({ seed, mode });
	const control = new SandboxControl(service);
	const server = buildServer(service, control);
	const url = await server.listen({ host: '127.0.0.1', port });
	return { url, port: Number(new URL(url).port), control, close: () => server.close() };
}
