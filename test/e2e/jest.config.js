/** Tests against a real n8n. The one that they share is started once for the whole run, and installed when it is missing. */
module.exports = {
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: ['<rootDir>/**/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	globalSetup: '<rootDir>/globalSetup.ts',
	globalTeardown: '<rootDir>/globalTeardown.ts',
	testTimeout: 1_800_000,
	verbose: true,
};
