import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../..');

/** The part of n8n's scanner that its command line does not offer: analysing a folder. */
interface Scanner {
	analyzePackage(folder: string, patterns: string[]): Promise<{ passed: boolean; message: string; details?: string }>;
	SOURCE_FILE_PATTERNS: string[];
}

/** Target for the packed tarball (bytes): what is published today and a little more, so that growth is noticed. */
const LARGEST_TARBALL = 400_000;

/**
 * Runs n8n's own package analyser over the sources and over the unpacked tarball, as its verification does, and looks at what the tarball holds. Ends
 * with 1 at any finding.
 */
async function main(): Promise<void> {
	const module = path.join(
		path.dirname(require.resolve('@n8n/scan-community-package/package.json')),
		'scanner/scanner.mjs',
	);
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(module)) as Scanner;
	const folder = await mkdtemp(path.join(tmpdir(), 'extensiv-scan-'));
	try {
		const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
		const [packed] = JSON.parse(stdout) as [{ filename: string; size: number; files: Array<{ path: string }> }];
		await run('tar', ['-xzf', path.join(folder, packed.filename), '-C', folder]);
		const findings = [
			...(await report('sources', analyzePackage(root, SOURCE_FILE_PATTERNS))),
			...(await report('tarball', analyzePackage(path.join(folder, 'package'), ['**/*.js', 'package.json']))),
			...packed.files
				.filter(({ path: file }) => /(^|\/)test\/|\.map$|\.ts$/.test(file))
				.map(({ path: file }) => `tarball: ${file} does not belong in it`),
			...(packed.size > LARGEST_TARBALL ? [`tarball: ${packed.size} bytes, more than ${LARGEST_TARBALL}`] : []),
		];
		console.log(
			`tarball: ${packed.files.length} files, ${(packed.size / 1000).toFixed(1)} kB packed (${(await readdir(folder)).length} entries unpacked)`,
		);
		for (const finding of findings) console.error(finding);
		if (findings.length > 0) process.exitCode = 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function report(what: string, analysis: ReturnType<Scanner['analyzePackage']>): Promise<string[]> {
	const { passed, message, details } = await analysis;
	console.log(`${what}: ${passed ? 'no finding' : message}`);
	return passed ? [] : [`${what}: ${message}\n${details ?? ''}`];
}

void main();
