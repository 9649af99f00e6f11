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

/** The types only: esbuild takes no notice of them. */
const check = () => run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']);

/** TypeScript to CommonJS, one file for one, with maps: for tests, which count lines. `npm run lint` checks the types. */
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

/** Where the bundle is written; icons and libraries are beside it. */
const BUNDLED = 'dist/nodes/shared';
const VENDOR = 'nodes/shared/vendor';
const LIBRARIES = ['zod', 'luxon', 'big', 'countries'];

/** How esbuild finds and writes files: for any Node.js that n8n runs on, with the names and lines of the sources. */
const COMMON = {
	bundle: true,
	platform: 'neutral',
	mainFields: ['browser', 'module', 'main'],
	target: 'es2022',
	legalComments: 'none',
	metafile: true,
	// Compiled sources have maps for the coverage report; what is published must not.
	sourcemap: false,
};

/** The libraries, because a community package may have no dependencies. Their licenses go with them. */
const bundleLibraries = async () => {
	const { metafile } = await esbuild.build({
		...COMMON,
		entryPoints: LIBRARIES.map((name) => `${VENDOR}/${name}.ts`),
		outdir: `dist/${VENDOR}`,
		minify: true,
		format: 'cjs',
	});
	await writeFile('dist/THIRD-PARTY-LICENSES.txt', await licensesOf(metafile));
};

/** A library is read when its first export is used: n8n's start needs only zod. */
const librariesOnFirstUse = {
	name: 'libraries-on-first-use',
	setup(builder) {
		builder.onLoad({ filter: /[\\/]vendor[\\/]\w+\.ts$/ }, async ({ path: file }) => {
			const name = path.basename(file, '.ts');
			const { exports } = await exportsOf(file);
			const getters = exports.map((one) => `get ${one}() { return library().${one}; },`);
			return {
				contents: [
					'let loaded;',
					`const library = () => (loaded ??= require('./vendor/${name}.js'));`,
					`module.exports = {\n${getters.join('\n')}\n};`,
				].join('\n'),
				loader: 'js',
			};
		});
		builder.onResolve({ filter: /^\.\/vendor\// }, ({ path: file }) => ({ path: file, external: true }));
	},
};

/** Keeps esbuild's notes on which file the following lines are from. */
const withOrigins = (text) => text.replace(/^\/\/ (?=(nodes|credentials)\/)/gm, '//! ');

const exportsOf = async (file) => {
	const { metafile } = await esbuild.build({
		...COMMON,
		entryPoints: [file],
		format: 'esm',
		outfile: 'unused.js',
		write: false,
	});
	return Object.values(metafile.outputs)[0];
};

/**
 * What is published: all nodes and credentials in one bundle, because n8n takes longer to find and read hundreds of
 * small files than to run them, and the adapters in files of their own, because n8n's start does not need them.
 */
const bundle = async () => {
	const { n8n } = require('./package.json');
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) => ({ file, name: path.basename(file).split('.')[0] }));
	const sourceOf = (file) => file.replace(/^dist/, '.').replace(/\.js$/, '');
	const { outputFiles } = await esbuild.build({
		...COMMON,
		stdin: {
			contents: entries.map(({ file, name }) => `export { ${name} } from '${sourceOf(file)}';`).join('\n'),
			resolveDir: __dirname,
			sourcefile: 'pack.ts',
		},
		outdir: BUNDLED,
		entryNames: 'pack',
		chunkNames: '[name]-[hash]',
		splitting: true,
		format: 'esm',
		external: ['n8n-workflow', 'node:*'],
		plugins: [librariesOnFirstUse],
		write: false,
	});
	for (const { path: file, text } of outputFiles) {
		const { code } = await esbuild.transform(withOrigins(text), {
			banner: "'use strict';",
			format: 'cjs',
			target: 'es2022',
			supported: { 'dynamic-import': false },
			legalComments: 'inline',
		});
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, code);
	}
	for (const { file, name } of entries) {
		const pack = path.posix.relative(path.posix.dirname(file), `${BUNDLED}/pack.js`);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, `'use strict';\nexports.${name} = require('${pack}').${name};\n`);
	}
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

const build = series(clean, parallel(check, bundle, bundleLibraries, copy));
const buildForTests = series(clean, transpile, parallel(bundleLibraries, copy));

module.exports = { build, buildForTests, clean, default: build };
