const base = require('../../jest.config.js');

process.env.TRIGGER_HISTORIES ??= '5000';
process.env.PROPERTY_RUNS ??= '500';

/** Large amounts, and many random histories: minutes of work. Without coverage, which would slow them down. @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: [
		'<rootDir>/test/scale/**/*.test.ts',
		'<rootDir>/test/model/**/*.test.ts',
		'<rootDir>/test/**/*.property.test.ts',
	],
	testTimeout: 900_000,
	coverageThreshold: undefined,
};
