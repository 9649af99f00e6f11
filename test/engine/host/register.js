// Entry of the engine process: plain Node that can also load the host's TypeScript files. A general loader (tsx) would hook
// every file of n8n-core as well, which costs seconds and changes how the pack's built files are loaded.
'use strict';

const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
	const { code } = transformFileSync(filename, {
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
		module: { type: 'commonjs' },
		sourceMaps: 'inline',
	});
	module._compile(code, filename);
};

require('./main.ts');
