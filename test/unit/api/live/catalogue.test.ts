import { LIVE } from '../../../../nodes/shared/api/live/catalogue';
import { GUIDE } from '../../../../nodes/shared/api/guide/catalogue';
import type { Endpoint } from '../../../../nodes/shared/http/endpoint';
import { type EndpointSpec, loadLiveContract } from '../../../sandbox/contract/spec';
import { loadGuideContract } from '../../../sandbox/guide/contract';

const entries = (catalogue: Record<string, Endpoint>): Array<[string, Endpoint]> => Object.entries(catalogue);

describe.each([
	['live', entries(LIVE), loadLiveContract()],
	['guide', entries(GUIDE), loadGuideContract()],
] as const)('the catalogue of the %s contract', (_name, rows, { endpoints, types }) => {
	const specOf = ({ method, path }: Endpoint): EndpointSpec | undefined =>
		endpoints.find((spec) => spec.method === method && spec.path === path);

	it.each(rows)('%s is an operation of the contract', (name, row) => {
		expect(specOf(row)).toMatchObject({ method: row.method, path: row.path });
		expect(row.name).toBe(name);
		expect(row.evidence).not.toBe('');
	});

	it.each(rows.filter(([, { paging }]) => paging))('%s is paged as the contract says', (_name, row) => {
		const query = specOf(row)?.query ?? {};
		expect(Object.keys(query)).toEqual(expect.arrayContaining(['page', row.paging?.sizeParameter]));
		expect(row.paging?.defaultSize).toBe(query[row.paging?.sizeParameter ?? '']?.default);
		expect(row.paging?.maxSize).toBeGreaterThanOrEqual(row.paging?.defaultSize ?? 0);
	});

	it.each(rows.filter(([, { paging }]) => !paging))('%s, taken as not paged, is not', (_name, row) => {
		expect(specOf(row)?.query['page']).toBeUndefined();
	});

	it.each(rows.filter(([, { batch }]) => batch))('%s, sent in batches, takes several at once', (_name, row) => {
		const spec = specOf(row);
		const body = spec?.body ?? '';
		const parameters = Object.values(spec?.query ?? {}).map(({ type }) => type);
		expect([body, ...Object.values(types[body]?.fields ?? {}), ...parameters].join()).toContain('[]');
	});

	it.each(rows.filter(([, { method }]) => method === 'GET'))(
		'%s reads: it changes nothing and may be repeated',
		(_name, row) => {
			expect([row.writes, row.onLostResponse]).toEqual([false, 'retry']);
		},
	);
});

describe('what would be done a second time by a repeat', () => {
	it.each([
		['creating orders', LIVE.createOrders],
		['cancelling orders, which may refund and write to the customer', LIVE.cancelOrders],
		['creating orders (guide)', GUIDE.createOrder],
	])('is looked up first: %s', (_what, { onLostResponse }) => {
		expect(onLostResponse).toBe('reconcile');
	});
});
