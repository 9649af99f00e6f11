/** The n8n the tests drive. 2.41.1 is the newest release whose dependencies are all on the registry. */
export const n8nVersion = '2.41.1';

/** The Node.js n8n runs on. n8n 2.41 needs 24 or newer, while this project supports 20 as well. */
export const nodeVersion = '24.21.0';

/** Oldest major that n8n 2.41 starts on: a running Node of this major or newer is used as it is. */
export const oldestNodeMajor = 24;

/** n8n asks for xlsx by a tarball URL outside the registry; the registry's last release serves the same API. */
export const overrides: Readonly<Record<string, string>> = { xlsx: '0.18.5' };

/**
 * What n8n's own nodes load but n8n does not list: a peer of a package under *Extract from File*. Peers are not installed by
 * themselves here, because taking all of n8n's along would add packages that are not on the registry.
 */
export const companions: Readonly<Record<string, string>> = { 'date-fns': '2.30.0' };
