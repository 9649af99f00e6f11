/**
 * How much of a contract is enforced. `strict`: everything, so that a client that sends what no source knows is noticed. `tolerant`: what the live service is known to let pass
 * is let pass, so that clients of that service run unchanged. `none`: only basic types are checked.
 */
export const MODES = ['strict', 'tolerant', 'none'] as const;
export type Mode = (typeof MODES)[number];
