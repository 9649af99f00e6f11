import type * as sandbox from '../sandbox';

/** Starts a sandbox with the modules that the test environment has loaded. */
export const { startSandbox } = (globalThis as unknown as { loadedSandbox: typeof sandbox }).loadedSandbox;
