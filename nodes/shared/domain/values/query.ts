/** Query values; an absent one is left out, an array repeats its key (live-api section 4). */
export type Query = Record<string, string | number | boolean | ReadonlyArray<string | number> | undefined>;
