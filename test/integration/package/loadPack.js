'use strict';

/*
 * Loads the pack in a folder with n8n-core's own loader, in a process of its own. Arguments: the package of n8n-core,
 * the folder. Prints what n8n then knows, and the pack's code that was read for it, as JSON.
 */
const { createRequire } = require('node:module');
const path = require('node:path');

const [corePackage, folder] = process.argv.slice(2);
const core = require.resolve(corePackage);
/** Modules as n8n-core of this line finds them. */
const ofCore = createRequire(core);
ofCore('reflect-metadata');
const { PackageDirectoryLoader } = ofCore(core);

async function main() {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { types, known } = loader;
	const code = Object.keys(require.cache).filter((file) => file.startsWith(folder + path.sep) && file.endsWith('.js'));
	process.stdout.write(JSON.stringify({ types, known, code: code.map((file) => path.relative(folder, file)) }));
}

void main();
