'use strict';

const { availableParallelism } = require('node:os');

/**
 * Unit tests import the TypeScript sources; integration tests run the built pack (`dist`, so build first) in n8n-core. Line
 * coverage is that of the integration tests: the engine's counts arrive as jest's own (test/engine/coverage.ts), through the source
 * maps. `jest --coverage` prints the figure and fails below the threshold. @type {import('jest').Config}
 */
module.exports = {
	roots: ['<rootDir>/nodes', '<rootDir>/credentials', '<rootDir>/test'],
	testMatch: [
		'<rootDir>/test/unit/**/*.test.ts',
		'<rootDir>/test/model/**/*.test.ts',
		'<rootDir>/test/integration/**/*.test.ts',
	],
	transform: {
		'\\.ts$': [
			'@swc/jest',
			{
				swcrc: false,
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	// jest reads CommonJS: of libraries that are ES modules, their other form.
	moduleNameMapper: { '^(d3-[a-z-]+)$': '<rootDir>/node_modules/$1/dist/$1.js' },
	testEnvironment: '<rootDir>/test/support/environment.ts',
	globalSetup: '<rootDir>/test/engine/globalSetup.ts',
	globalTeardown: '<rootDir>/test/engine/globalTeardown.ts',
	// Nothing is judged by time; a busy machine may need long for the first start of an engine.
	testTimeout: 180_000,
	// The engines are processes of their own and most tests wait for them.
	maxWorkers: Math.ceil(availableParallelism() * 1.5),
	restoreMocks: true,
	coverageProvider: 'babel',
	coverageDirectory: 'coverage',
	// Jest itself counts nothing: a line counts when the real n8n-core has executed it.
	coveragePathIgnorePatterns: ['/'],
	coverageReporters: [require.resolve('./test/coverage/lineFigure.js'), 'lcovonly', 'json-summary'],
	coverageThreshold: { global: { lines: 90 } },
};
