'use strict';

/** The folders of `nodes/` that a layer may import, from the top floor down. The map is in docs/architecture.md. */
const SHARED = '^nodes/shared/';
const layer = (name, path, allowed) => ({
	name: `${name}-imports-only-what-lies-below`,
	severity: 'warn',
	comment: `${name} may import ${allowed.length ? allowed.join(', ') : 'nothing of the pack'}.`,
	from: { path },
	to: { path: '^(nodes|credentials)/', pathNot: [path, ...allowed.map((one) => SHARED + one)] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circle',
			severity: 'warn',
			comment: 'Two files that import each other cannot be read, tested or moved one at a time.',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-node-imports-another',
			severity: 'warn',
			comment: 'What two nodes share belongs into nodes/shared.',
			from: { path: '^nodes/(Extensiv[^/]+)/' },
			to: { path: '^nodes/Extensiv[^/]+/', pathNot: '^nodes/$1/' },
		},
		layer('node', '^nodes/Extensiv[^/]+/', [
			'n8n/',
			'events/',
			'contracts',
			'api/ports/',
			'batch/types',
			'domain/',
			'vendor/',
		]),
		layer('n8n', '^nodes/shared/n8n/', ['contracts', 'api/ports/', 'batch/types', 'http/', 'domain/', 'vendor/']),
		layer('live', '^nodes/shared/api/live/', ['api/ports/', 'api/common/', 'batch/', 'http/', 'domain/', 'vendor/']),
		layer('guide', '^nodes/shared/api/guide/', ['api/ports/', 'api/common/', 'batch/', 'http/', 'domain/', 'vendor/']),
		layer('ports', '^nodes/shared/api/ports/', ['batch/types', 'domain/']),
		layer('batch', '^nodes/shared/batch/', ['http/', 'domain/']),
		layer('http', '^nodes/shared/http/', ['domain/', 'vendor/']),
		layer('domain', '^nodes/shared/domain/', ['vendor/']),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)__schema__/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
	},
};
