const base = require('../../jest.config.js');

/** Writes the output schemas from runs of the built nodes. @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/schemas/write.ts'],
	coverageThreshold: undefined,
};
