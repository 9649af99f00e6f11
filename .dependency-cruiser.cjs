'use strict';

/** Which folders of `nodes/shared` a layer may import, from the top floor down. The map is in docs/architecture.md. */
const layer = (name, path, allowed) => ({
	name: `${name}-imports-only-what-is-below-it`,
	severity: 'error',
	comment: `${name} may import ${allowed.join(', ') || 'nothing of the pack'}.`,
	from: { path },
	to: { path: '^(nodes|credentials)/', pathNot: [path, ...allowed.map((one) => `^nodes/shared/${one}`)] },
});

const ERRORS = 'http/errors/';
const CONTRACTS = 'contracts\\.ts$';
const HOSTS = 'hosts\\.ts$';
const ADAPTER = ['api/ports/', 'api/common/', 'batch/', 'http/', 'domain/', 'vendor/'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circle',
			severity: 'error',
			comment: 'Files that import each other cannot be read, tested or moved one at a time.',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-node-imports-another',
			severity: 'error',
			comment: 'What two nodes share belongs in nodes/shared.',
			from: { path: '^nodes/(Extensiv[^/]+)/' },
			to: { path: '^nodes/Extensiv[^/]+/', pathNot: '^nodes/$1/' },
		},
		{
			name: 'writes-go-through-the-pipeline',
			severity: 'error',
			comment: 'An adapter declares a write (batch/write.ts) and leaves its steps to the pipeline.',
			from: { path: '^nodes/shared/api/' },
			to: { path: '^nodes/shared/batch/(send|groups|rejectDuplicates)' },
		},
		layer('a node', '^nodes/Extensiv[^/]+/', [
			'n8n/',
			'events/',
			CONTRACTS,
			'api/ports/',
			'batch/types',
			ERRORS,
			'domain/',
			'vendor/',
		]),
		layer('n8n', '^nodes/shared/n8n/', [CONTRACTS, HOSTS, 'api/ports/', 'batch/types', 'http/', 'domain/', 'vendor/']),
		layer('events', '^nodes/shared/events/', [CONTRACTS, 'api/ports/', 'domain/', 'vendor/']),
		// The base address is read from a credential, whose fields n8n/connect knows by their labels.
		layer('contracts', `^nodes/shared/${CONTRACTS}`, ['api/', 'http/', 'domain/', HOSTS]),
		layer('the live adapter', '^nodes/shared/api/live/', ADAPTER),
		layer('the guide adapter', '^nodes/shared/api/guide/', ADAPTER),
		layer('what adapters share', '^nodes/shared/api/common/', ADAPTER),
		layer('a port', '^nodes/shared/api/ports/', ['batch/types', ERRORS, 'domain/']),
		layer('batch', '^nodes/shared/batch/', ['http/', 'domain/', 'vendor/']),
		layer('http', '^nodes/shared/http/', ['domain/', 'vendor/']),
		layer('domain', '^nodes/shared/domain/', ['vendor/']),
		layer('hosts', `^nodes/shared/${HOSTS}`, ['http/errors/', 'domain/']),
		layer('a credential', '^credentials/', [CONTRACTS, HOSTS, 'domain/', 'n8n/connect/']),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)__schema__/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
	},
};
