import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { SECRETS } from '../../sandbox/oauth/tokens';
import { jsons } from '../../support/results';
import { type Settings, useStage } from '../../support/stage';

const MARCH = { from: '2025-03-01', to: '2025-04-01' };
const FAILURES = { failures: { reason: '={{ $json.error }}', subject: '={{ $json.no }}', time: '={{ $json.at }}' } };

describe.each(NEWEST)('Dashboard: Create, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (more: IDataObject = {}, settings: Settings = {}): Promise<RunResult> =>
		await stage.run('extensivInsights', 'create', { resource: 'dashboard', ...MARCH, ...more }, settings);
	const page = async (more: IDataObject = {}, settings: Settings = {}): Promise<string> => {
		const [one, ...others] = jsons(await create(more, settings));
		expect(others).toEqual([]);
		return String(one?.html);
	};

	it('gives one page, as text and as a file', async () => {
		const result = await create();
		const [item] = result.items;
		const html = String(item?.json.html);
		expect(html).toMatch(/^<!doctype html>/);
		expect(item?.binary?.data).toMatchObject({ fileName: 'dashboard.html', mimeType: 'text/html' });
		expect(Buffer.from(String(item?.binary?.data?.data), 'base64').toString()).toBe(html);
	});

	it('needs nothing else: no script, and nothing that is loaded from elsewhere', async () => {
		const html = await page();
		expect(html).not.toMatch(/<script|<link|<img|<iframe|javascript:|\bon\w+=|src=|href=|url\(|@import|https?:/i);
		expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
	});

	it('is readable in the light and in the dark', async () => {
		expect(await page()).toMatch(/color-scheme: light dark;.*@media \(prefers-color-scheme: dark\)/s);
	});

	it('shows the figures: orders, open orders, accuracy, and a bar for each day', async () => {
		const html = await page({ inventoryAccuracy: '98.7', options: { title: 'Northwind today' } });
		expect(html).toContain('<h1>Northwind today</h1>');
		expect(html).toContain('Northwind Outdoor LLC');
		expect(html).toMatch(/Orders<\/div><div class="figure">3</);
		expect(html).toMatch(/Open orders<\/div><div class="figure">2</);
		expect(html).toMatch(/Inventory accuracy<\/div><div class="figure">98.7%</);
		expect(html.match(/<rect class="bar"[^>]*><title>Mar \d+: \d+</g)).toHaveLength(31);
		expect(html).not.toMatch(/NaN|undefined|null/);
	});

	it('lists the last failures of the input first, and is none when an item has no reason', async () => {
		const items = [
			{ no: 'Order 1', error: 'Old trouble', at: '2025-03-01T10:00:00Z' },
			{ no: 'Order 2', error: 'New trouble', at: '2025-03-02T10:00:00Z' },
			{ no: 'Order 3' },
		];
		const html = await page(FAILURES, { items });
		expect(html).toMatch(/Failures<\/div><div class="figure">2</);
		expect(html.indexOf('New trouble')).toBeLessThan(html.indexOf('Old trouble'));
		expect(html).not.toContain('Order 3');
		expect(await page()).toContain('No failures.');
	});

	it('shows texts as they are, whatever they have in them, and no secret', async () => {
		const evil = `</td><script>alert("1")</script>' & ${SECRETS.privateToken}`;
		const result = await create(
			{ ...FAILURES, options: { title: '<b>Today</b>' } },
			{ items: [{ no: '<i>7</i>', error: evil, at: '' }] },
		);
		const [item] = result.items;
		for (const html of [String(item?.json.html), Buffer.from(String(item?.binary?.data?.data), 'base64').toString()]) {
			expect(html).not.toMatch(/<script|<b>|<i>7/);
			expect(html).toContain('&lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp;');
			expect(html).not.toContain(SECRETS.privateToken);
		}
	});
});
