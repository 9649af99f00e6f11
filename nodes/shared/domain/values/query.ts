/** Query values; undefined values are omitted, and an array repeats its key (live-api section 4). */
export type Query = Record<string, string | number | boolean | ReadonlyArray<string | number> | undefined>;
