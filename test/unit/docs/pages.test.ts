import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pages } from '../../docs/pages';

describe('the pages made from the code', () => {
	it.each(Object.entries(pages()))('docs/%s is up to date (npm run docs makes it anew)', (name, text) => {
		expect(readFileSync(path.resolve(__dirname, '../../../docs', name), 'utf8')).toBe(text);
	});

	it('call the requests that users make themselves as the menu does: n8n has a Custom API Call of its own, which leads elsewhere', () => {
		for (const text of Object.values(pages())) expect(text).not.toMatch(/Custom API\s+Call/);
	});
});
