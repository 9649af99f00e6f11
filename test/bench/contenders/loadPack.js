'use strict';

/*
 * Loads packages of nodes as n8n does, or nothing if none is given, and prints the milliseconds and by how many
 * megabytes the process has grown, as JSON. Run by n8n's Node.js with `--expose-gc`, n8n's script and the folders of
 * the packages; NODE_PATH is the folder of n8n's node_modules, where packages find n8n-workflow.
 */
const { createRequire } = require('node:module');
const { performance } = require('node:perf_hooks');

const [n8n, ...folders] = process.argv.slice(2);
/** n8n's own modules, not those of the folder that this script is in. */
const ofN8n = createRequire(n8n);
ofN8n('reflect-metadata');
const { Logger } = ofN8n('@n8n/backend-common');
const { Container } = ofN8n('@n8n/di');
const { PackageDirectoryLoader } = ofN8n('n8n-core');

/** Resident megabytes after a collection. */
const resident = () => {
	global.gc();
	return process.memoryUsage.rss() / 1024 ** 2;
};

async function main() {
	// n8n has used its logger before it loads packages; here the first use would count as theirs.
	Container.get(Logger).debug('ready');
	const before = resident();
	const begun = performance.now();
	let nodes = 0;
	for (const folder of folders) {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		nodes += loader.types.nodes.length;
	}
	const milliseconds = performance.now() - begun;
	process.stdout.write(JSON.stringify({ milliseconds, megabytes: resident() - before, nodes }));
	process.exit(0);
}

void main();
