const { execFile } = require('node:child_process');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');
const ts = require('typescript');
const { bundleLibraries, bundlePack } = require('./build/bundle');

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

/** Icons, codex files and output schemas are read by n8n from beside the compiled node. */
const copy = () =>
	src(['{nodes,credentials}/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

const pack = () => bundlePack('dist');
const libraries = () => bundleLibraries('dist');

const build = series(clean, parallel(check, pack, libraries, copy));
const buildForTests = series(clean, transpile, parallel(libraries, copy));

module.exports = { build, buildForTests, clean, default: build };
