import { jestRun } from './globalSetup';

export default async function globalTeardown(): Promise<void> {
	await Promise.all((jestRun.engines ?? []).map(async ({ stop }) => await stop()));
}
