const { execFile } = require('node:child_process');
const { mkdir, readdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const ts = require('typescript');

const run = promisify(execFile);

/** Starts from nothing, so that a file removed from the sources is not published. */
const clean = () => rm('dist', { recursive: true, force: true });

/** TypeScript to CommonJS, one file for one: what is published can be read beside its source. */
const compile = () => run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json']);

/** The same files without a check of their types, which takes most of the time: for tests, since `npm run lint` checks them. */
const transpile = async () => {
	const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(
		'tsconfig.json',
		{},
		{ ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
	);
	for (const file of fileNames) {
		const source = path.relative(__dirname, file);
		const target = path.join('dist', source.replace(/\.ts$/, '.js'));
		const { outputText, sourceMapText } = ts.transpileModule(await readFile(file, 'utf8'), {
			compilerOptions: options,
			fileName: path.basename(file),
		});
		const map = { ...JSON.parse(sourceMapText), sources: [path.relative(path.dirname(target), source)] };
		await mkdir(path.dirname(target), { recursive: true });
		await writeFile(target, outputText);
		await writeFile(`${target}.map`, JSON.stringify(map));
	}
};

/** The only bundles: the libraries behind `nodes/shared/vendor`, because a community package may have no dependencies. Their licenses go with them. */
const bundle = async () => {
	const { metafile } = await esbuild.build({
		entryPoints: ['zod', 'luxon', 'big', 'countries'].map((name) => `nodes/shared/vendor/${name}.ts`),
		outdir: 'dist/nodes/shared/vendor',
		bundle: true,
		minify: true,
		platform: 'neutral',
		mainFields: ['browser', 'module', 'main'],
		format: 'cjs',
		target: 'es2022',
		legalComments: 'none',
		metafile: true,
		// Compiled sources have maps for the coverage report; libraries must not.
		sourcemap: false,
	});
	await writeFile('dist/THIRD-PARTY-LICENSES.txt', await licensesOf(metafile));
};

/** Licenses of all libraries that files of a bundle are from. */
const licensesOf = async ({ inputs }) => {
	const folders = new Set(
		Object.keys(inputs).flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
	);
	const texts = await Promise.all([...folders].sort().map(licenseOf));
	return `This package has these libraries in it, in dist/nodes/shared/vendor:\n${texts.join('')}`;
};

const licenseOf = async (folder) => {
	const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.|$)/i.test(one));
	if (!file) throw new Error(`${name} has no file with its license`);
	const text = await readFile(path.join(folder, file), 'utf8');
	return `\n${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
};

/** Icons, codex files and output schemas are read by n8n from beside the compiled node. */
const copy = () =>
	src(['{nodes,credentials}/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

const build = series(clean, compile, parallel(bundle, copy));
const buildForTests = series(clean, transpile, parallel(bundle, copy));

module.exports = { build, buildForTests, clean, default: build };
