import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundleLibraries, bundlePack } from '../../../build/bundle';

const run = promisify(execFile);
const ROOT = path.resolve(__dirname, '../../..');

/** What n8n reads at its start beside the files that package.json lists: the pack, its chunks, zod. */
const FEW = 9;

interface Loaded {
	types: { nodes: Array<{ name: string }>; credentials: Array<{ name: string }> };
	known: unknown;
	/** The files of code that were read. */
	code: string[];
}

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/** Loads the pack of a folder as n8n of a line does. */
const load = async (corePackage: string, folder: string): Promise<Loaded> => {
	const { stdout } = await run(process.execPath, [path.join(__dirname, 'loadPack.js'), corePackage, folder], {
		env: { PATH: process.env.PATH, NODE_ENV: 'production', N8N_USER_FOLDER: tmpdir() },
		maxBuffer: 64 * 1024 ** 2,
	});
	return JSON.parse(stdout) as Loaded;
};

describe('The published pack', () => {
	let folder: string;

	/** As published: the bundle, and what n8n reads from beside it. */
	beforeAll(async () => {
		folder = await realpath(await mkdtemp(path.join(tmpdir(), 'extensiv-bundle-')));
		const dist = path.join(folder, 'dist');
		await cp(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
		await cp(path.join(ROOT, 'dist'), dist, { recursive: true, filter: (file) => !/\.js(\.map)?$/.test(file) });
		await Promise.all([bundlePack(dist), bundleLibraries(dist)]);
	});

	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	describe.each([
		['2', 'n8n-core'],
		['1', 'n8n-core-v1'],
	])('in n8n line %s', (_line, corePackage) => {
		let loaded: Loaded;

		beforeAll(async () => {
			const n8nWorkflow = createRequire(require.resolve(corePackage)).resolve('n8n-workflow/package.json');
			await rm(path.join(folder, 'node_modules'), { recursive: true, force: true });
			await mkdir(path.join(folder, 'node_modules'));
			await symlink(path.dirname(n8nWorkflow), path.join(folder, 'node_modules', 'n8n-workflow'));
			loaded = await load(corePackage, folder);
		});

		it('has all nodes and credentials, with the descriptions of the sources', async () => {
			const { n8n } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
			expect(loaded.types.nodes).toHaveLength(n8n.nodes.length);
			expect(loaded.types.credentials).toHaveLength(n8n.credentials.length);
			const fileByFile = await load(corePackage, ROOT);
			expect(loaded.types).toEqual(fileByFile.types);
			expect(loaded.known).toEqual(fileByFile.known);
		});

		it('is read from a few files, so that it adds little to the start of n8n', async () => {
			const { n8n } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
			const listed = [...n8n.nodes, ...n8n.credentials];
			expect(loaded.code).toEqual(expect.arrayContaining(listed));
			expect(loaded.code.length - listed.length).toBeLessThanOrEqual(FEW);
		});
	});

	it.each(['live-', 'guide-', 'vendor/luxon', 'vendor/big', 'vendor/countries'])(
		'has %s in a file that n8n does not read at its start',
		async (name) => {
			const isNamed = (file: string): boolean => file.includes(`nodes/shared/${name}`) && file.endsWith('.js');
			const files = await readdir(folder, { recursive: true });
			expect(files.filter(isNamed)).toHaveLength(1);
			expect((await load('n8n-core', folder)).code.filter(isNamed)).toEqual([]);
		},
	);

	it('has each source file in one of its files, so that all nodes share what a module keeps', async () => {
		const files = (await readdir(path.join(folder, 'dist'), { recursive: true })).filter((file) =>
			file.endsWith('.js'),
		);
		const texts = await Promise.all(files.map(async (file) => await readFile(path.join(folder, 'dist', file), 'utf8')));
		const origins = texts.flatMap((text) => [
			...new Set([...text.matchAll(/^\/\/! (\S+)$/gm)].map(([, origin]) => origin)),
		]);
		expect(origins).toEqual(expect.arrayContaining(['nodes/shared/http/rateLimiter.ts']));
		expect(origins.filter((origin, at) => origins.indexOf(origin) !== at)).toEqual([]);
	});
});
