import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const PLACES = ['', 'docs', 'docs/decisions', 'workflows', 'test', 'test/sandbox'];
const pages = PLACES.flatMap((place) =>
	readdirSync(path.join(ROOT, place))
		.filter((name) => name.endsWith('.md'))
		.map((name) => path.join(place, name)),
);

const textOf = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
	[...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);

/** Links within the project that lead nowhere. */
function brokenLinksOf(page: string): string[] {
	const targets = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
	return targets
		.filter((target) => !/^[a-z]+:/.test(target))
		.filter((target) => {
			const [file = '', anchor] = target.split('#');
			const other = file === '' ? page : path.join(path.dirname(page), file);
			if (!existsSync(path.join(ROOT, other))) return true;
			return anchor !== undefined && other.endsWith('.md') && !anchorsOf(other).includes(anchor);
		});
}

describe('the links of the documentation', () => {
	it.each(pages)('%s links only to files and headings that exist', (page) => {
		expect(brokenLinksOf(page)).toEqual([]);
	});
});
