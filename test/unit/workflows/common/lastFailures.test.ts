import { lastFailures } from '../../../../workflows/code/common/last-failures';

const NOW = new Date('2026-03-10T12:00:00.000Z');

const failure = {
	flow: 'ERP orders',
	key: '90001',
	state: 'open',
	reason: 'Country "Atlantis" is not known',
	remedy: 'Correct it.',
	item: '[{"name":"Jane Roe"}]',
	source: '[{"name":"Jane Roe"}]',
	lastSeen: '2026-03-10T11:00:00.000Z',
};
const incident = (kind: string, workflow = 'Nightly') => ({
	key: kind,
	class: kind,
	reason: 'HTTP 503',
	remedy: '',
	workflow,
	lastSeen: '2026-03-10T11:30:00.000Z',
});
const stock = (accuracyPercent: number, at: string) => ({ what: 'stock', workflow: 'Nightly', accuracyPercent, at });
const NOT_FOUND = [{ error: 'Data table with name "Extensiv failures" not found' }];

describe('the failures on the dashboard', () => {
	it('are those of the table, with time, flow, key, reason and remedy, and nothing of the item', () => {
		expect(lastFailures([failure], [{}], [{}], NOW)).toEqual([
			{
				time: '2026-03-10T11:00:00.000Z',
				subject: 'ERP orders: 90001',
				reason: 'Country "Atlantis" is not known. Correct it.',
				accuracy: '',
			},
		]);
	});

	it('include open incidents, but not those that the table of failures has as well', () => {
		const incidents = ['serviceDown', 'failedItems', 'brake', 'discrepancy'].map((kind) => incident(kind));
		expect(lastFailures([{}], incidents, [], NOW).map(({ subject, reason }) => [subject, reason])).toEqual([
			['Extensiv', 'HTTP 503.'],
			['Nightly', 'HTTP 503.'],
		]);
	});

	it('are one empty item if nothing failed, so that the page is made', () => {
		expect(lastFailures([{}], [{}], [{}], NOW)).toEqual([{ time: '', subject: '', reason: '', accuracy: '' }]);
	});

	it('are those of one account, if its workflows are named', () => {
		const isOwn = (name: unknown): boolean => name === 'Nightly';
		const rows = [stock(97, NOW.toISOString()), { ...stock(12, NOW.toISOString()), workflow: 'Other' }];
		const incidents = [incident('other'), incident('serviceDown', 'Other')];
		expect(lastFailures([failure], incidents, rows, NOW, isOwn)).toEqual([
			expect.objectContaining({ subject: 'Nightly', accuracy: 97 }),
		]);
	});

	it('say that the table is missing; a missing table of incidents or reconciliations is no failure', () => {
		const [one, ...more] = lastFailures(NOT_FOUND, [{ error: 'No.' }], [{ error: 'No.' }], NOW);
		expect(one?.reason).toMatch(/not shown: Data table .* not found\. Import and publish Extensiv failures/);
		expect(more).toEqual([]);
	});

	it('come with the accuracy of the last comparison of stock, if it is from the last two days', () => {
		const rows = [stock(97, '2026-03-09T02:00:00.000Z'), stock(98.5, '2026-03-10T02:00:00.000Z')];
		expect(lastFailures([{}], [], rows, NOW)[0]?.accuracy).toBe(98.5);
		expect(lastFailures([{}], [], [stock(97, '2026-03-07T02:00:00.000Z')], NOW)[0]?.accuracy).toBe('');
	});
});
