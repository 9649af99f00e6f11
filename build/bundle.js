'use strict';

const { mkdir, readdir, readFile, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { n8n } = require('../package.json');

const ROOT = path.resolve(__dirname, '..');

/** Where the bundle is written; icons and libraries are beside it. */
const BUNDLED = 'nodes/shared';
const VENDOR = 'nodes/shared/vendor';
const LIBRARIES = ['zod', 'luxon', 'big', 'countries', 'charts'];

/** How esbuild finds and writes files: for any Node.js that n8n runs on, with the names and lines of the sources. */
const COMMON = {
	absWorkingDir: ROOT,
	bundle: true,
	platform: 'neutral',
	mainFields: ['browser', 'module', 'main'],
	target: 'es2022',
	legalComments: 'none',
	metafile: true,
	// Compiled sources have maps for the coverage report; what is published must not.
	sourcemap: false,
};

/** Bundles the libraries into `folder`, because a community package may have no dependencies. Their licenses go with them. */
const bundleLibraries = async (folder) => {
	const { metafile } = await esbuild.build({
		...COMMON,
		entryPoints: LIBRARIES.map((name) => path.join(ROOT, VENDOR, `${name}.ts`)),
		outdir: path.join(folder, VENDOR),
		minify: true,
		format: 'cjs',
	});
	await writeFile(path.join(folder, 'THIRD-PARTY-LICENSES.txt'), await licensesOf(metafile));
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

/** The files that package.json lists, with the class that n8n takes from each. */
const ENTRIES = [...n8n.nodes, ...n8n.credentials].map((file) => ({
	file: file.replace(/^dist\//, ''),
	name: path.basename(file).split('.')[0],
}));

/**
 * Writes into `folder` what is published: all nodes and credentials in one bundle, because n8n takes longer to find and
 * read hundreds of small files than to run them, and the adapters in files of their own, because n8n's start does not
 * need them. n8n finds each class where package.json says.
 */
const bundlePack = async (folder) => {
	const { outputFiles } = await esbuild.build({
		...COMMON,
		stdin: {
			contents: ENTRIES.map(({ file, name }) => `export { ${name} } from './${file.replace(/\.js$/, '')}';`).join('\n'),
			resolveDir: ROOT,
		},
		outdir: path.join(folder, BUNDLED),
		entryNames: 'pack',
		chunkNames: '[name]-[hash]',
		splitting: true,
		format: 'esm',
		external: ['n8n-workflow', 'node:*'],
		plugins: [librariesOnFirstUse],
		write: false,
	});
	for (const { path: file, text } of outputFiles) await write(file, await commonJs(text));
	for (const { file, name } of ENTRIES) {
		const pack = path.posix.relative(path.posix.dirname(file), `${BUNDLED}/pack.js`);
		await write(path.join(folder, file), `'use strict';\nexports.${name} = require('${pack}').${name};\n`);
	}
};

const write = async (file, text) => {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, text);
};

/** esbuild splits only ES modules, and n8n loads CommonJS. Notes on which file the lines are from stay for the reader. */
const commonJs = async (text) => {
	const { code } = await esbuild.transform(text.replace(/^\/\/ (?=(nodes|credentials)\/)/gm, '//! '), {
		banner: "'use strict';",
		format: 'cjs',
		target: COMMON.target,
		supported: { 'dynamic-import': false },
		legalComments: 'inline',
	});
	return code;
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

module.exports = { bundleLibraries, bundlePack };
