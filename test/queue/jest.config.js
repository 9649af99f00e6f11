/** Tests against a real n8n in queue mode: Redis, PostgreSQL, a main process and workers, all started by the test. */
module.exports = {
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: ['<rootDir>/**/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	testTimeout: 600_000,
	verbose: true,
};
