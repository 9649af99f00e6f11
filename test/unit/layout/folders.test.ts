import { readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
/** More than this cannot be taken in at a glance. Output schemas have one file for each operation. */
const MOST_FILES = 16;

function foldersIn(folder: string): Array<[folder: string, files: number]> {
	const entries = readdirSync(folder, { withFileTypes: true });
	const inside = entries.filter((one) => one.isDirectory() && one.name !== '__schema__');
	const files = entries.filter((one) => one.isFile()).length;
	return [[path.relative(ROOT, folder), files], ...inside.flatMap(({ name }) => foldersIn(path.join(folder, name)))];
}

it(`no folder of nodes/ has more than ${MOST_FILES} files`, () => {
	expect(foldersIn(path.join(ROOT, 'nodes')).filter(([, files]) => files > MOST_FILES)).toEqual([]);
});
