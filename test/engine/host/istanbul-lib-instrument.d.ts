/** The part of istanbul-lib-instrument used here; its own package carries no types. */
declare module 'istanbul-lib-instrument' {
	interface Instrumenter {
		/** Returns `code` with counters; `inputSourceMap` goes into the counters' data, for whoever reports them. */
		instrumentSync(code: string, file: string, inputSourceMap?: object): string;
	}

	export function createInstrumenter(options: {
		/** Global variable the counters are kept in. */
		coverageVariable: string;
		compact: boolean;
		esModules: boolean;
	}): Instrumenter;
}
