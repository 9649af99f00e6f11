import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(__dirname, '../../..');
const VENDOR = path.join(ROOT, 'nodes/shared/vendor');

/** Packages whose code ends up in the bundles: bundled once more, for what goes into it. */
async function bundledPackages(): Promise<string[]> {
	const entryPoints = readdirSync(VENDOR)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.join(VENDOR, file));
	const { metafile } = await build({
		entryPoints,
		absWorkingDir: ROOT,
		outdir: 'unused',
		bundle: true,
		write: false,
		metafile: true,
		platform: 'neutral',
		mainFields: ['browser', 'module', 'main'],
	});
	const names = Object.keys(metafile.inputs).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
	return [...new Set(names.filter((name) => name !== undefined))];
}

describe('The licenses in the package', () => {
	const text = readFileSync(path.join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');

	it('are those of all bundled libraries, the libraries of libraries too', async () => {
		const packages = await bundledPackages();
		expect(packages).toEqual(expect.arrayContaining(['zod', 'luxon', 'big.js', 'i18n-iso-countries', 'diacritics']));
		for (const name of packages) {
			const folder = path.join(ROOT, 'node_modules', name);
			const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
				version: string;
				license: string;
			};
			const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) ?? '';
			expect(['MIT', 'ISC']).toContain(license);
			expect(text).toContain(`\n${name} ${version} (${license})\n`);
			expect(text).toContain(readFileSync(path.join(folder, file), 'utf8').trim());
		}
	});

	it('are packed', () => {
		const { files } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
		expect(files).toContain('dist');
		expect(files.filter((pattern) => pattern.startsWith('!'))).not.toContainEqual(expect.stringMatching(/txt|LICENSE/));
	});
});
