import { spawn } from 'node:child_process';
import path from 'node:path';
import axios from 'axios';
import { projectFolder } from '../host/package';
import type { QuotaRule, RequestReport, SandboxData, SeedData } from '../sandbox';

/** A sandbox in a process of its own, driven by its control verbs (test/sandbox/README.md). */
export class SandboxProcess {
	private constructor(
		readonly url: string,
		private readonly end: () => void,
	) {}

	static async start(): Promise<SandboxProcess> {
		const main = path.join(projectFolder, 'test', 'sandbox', 'main.ts');
		const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0'], {
			cwd: projectFolder,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const end = (): void => void child.kill();
		process.once('exit', end);
		const url = await new Promise<string>((resolve, reject) => {
			let text = '';
			child.stdout.on('data', (chunk: Buffer) => {
				text += chunk.toString('utf8');
				const found = /sandbox on (http:\S+)/.exec(text)?.[1];
				if (found !== undefined) resolve(found);
			});
			child.once('error', reject);
			child.once('exit', (code) => reject(new Error(`The sandbox ended with exit code ${code}`)));
		});
		return new SandboxProcess(url, end);
	}

	private async control<Result>(method: string, verb: string, data?: unknown): Promise<Result> {
		const url = `${this.url}/_control/${verb}`;
		const headers = { 'Content-Type': 'application/json' };
		const request = { method, url, headers, proxy: false, maxBodyLength: Infinity } as const;
		return (await axios.request<Result>({ ...request, ...(data === undefined ? {} : { data }) })).data;
	}

	/** Back to the start, with more data in the books. */
	async seed(data: SeedData): Promise<void> {
		await this.control('POST', 'reset');
		await this.control('POST', 'seed', data);
	}

	async latency(ms: number): Promise<void> {
		await this.control('PUT', 'latency', { ms });
	}

	async quotas(rules: QuotaRule[]): Promise<void> {
		await this.control('PUT', 'quotas', rules);
	}

	/** What was called since the last time it was asked. */
	async takeRequests(): Promise<RequestReport> {
		const report = await this.control<RequestReport>('GET', 'requests');
		await this.control('DELETE', 'requests');
		return report;
	}

	async books(): Promise<SandboxData> {
		return await this.control('GET', 'books');
	}

	close(): void {
		process.off('exit', this.end);
		this.end();
	}
}
