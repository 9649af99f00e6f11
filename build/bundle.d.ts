/** Writes the published code of all nodes and credentials into a folder. */
export function bundlePack(folder: string): Promise<void>;
/** Writes the bundled libraries and their licenses into a folder. */
export function bundleLibraries(folder: string): Promise<void>;
