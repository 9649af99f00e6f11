import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../fixtures/triggerState');

/** Versions of the package whose saved state is kept. */
export const VERSIONS = readdirSync(FOLDER).map((name) => name.replace('v', ''));

const fileOf = (version: string, name: string): string => path.join(FOLDER, `v${version}`, `${name}.json`);

/** Names of the files that a version has. */
export const savedBy = (version: string): string[] =>
	readdirSync(path.join(FOLDER, `v${version}`)).map((file) => file.replace('.json', ''));

export const readSaved = <T>(version: string, name: string): T =>
	JSON.parse(readFileSync(fileOf(version, name), 'utf8')) as T;

export function writeSaved(version: string, name: string, saved: unknown): void {
	mkdirSync(path.dirname(fileOf(version, name)), { recursive: true });
	writeFileSync(fileOf(version, name), `${JSON.stringify(saved, null, '\t')}\n`);
}
