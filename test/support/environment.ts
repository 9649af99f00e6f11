import { TestEnvironment } from 'jest-environment-node';
import * as sandbox from '../sandbox';

/**
 * Node's environment with the sandbox in it. Jest loads every module anew for each test file; the sandbox and the HTTP server it is made
 * with are most of what an integration test would load, so each worker loads them once, here, and a test file starts its own sandbox.
 */
export default class SandboxEnvironment extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		this.global.loadedSandbox = sandbox;
	}
}
