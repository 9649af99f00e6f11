import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { newOrder } from '../../support/parameters';
import { customCall } from '../../support/shipments';
import { useStage } from '../../support/stage';
import { Watch } from '../../support/watch';
import { expectPages } from '../../support/pages';

const ORDERS = { live: '/v1.1/orders', guide: '/api/orders' } as const;
/** The pages of a circle, and those without news that it takes to notice. */
const CIRCLE = 2;
const NOTICED = 4;
const endless = expect.stringMatching(/only repeated rows of earlier pages, so the list would never end/);

describe.each(NEWEST)('When the pages of a list begin again and again, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const path = ORDERS[contract];
		const whole: IDataObject = { returnAll: true, options: { pageSize: 2 } };
		beforeEach(() => {
			stage.control.seed({ orders: Array.from({ length: 10 }, (_, at) => ({ orderNumber: `ERP-${at}` })) });
			stage.control.pageCycle({ pages: CIRCLE });
		});
		afterEach(() => expectPages(stage.calls(`GET ${path}`), CIRCLE + NOTICED));

		it('Get Many ends with an error', async () => {
			const { status, error } = await stage.orders('getAll', whole, { contract });
			expect(status).toBe('error');
			expect(error).toMatchObject({ message: endless, description: expect.stringMatching(/\w/) });
		});

		it('Get Many keeps what it has read when set to continue', async () => {
			const { items, errorItems } = await stage.orders('getAll', whole, { contract, onError: 'continueErrorOutput' });
			expect(items).toHaveLength(2 * CIRCLE);
			expect(errorItems).toMatchObject([{ json: { error: expect.stringMatching(/4 rows were read before that/) } }]);
		});

		it('the look-up before Create ends with an error, and nothing is created', async () => {
			stage.control.seed({ orders: Array.from({ length: 250 }, () => ({ orderNumber: 'TWIN' })) });
			stage.control.pageLimits([{ path: '/', max: 100, mode: 'clamp' }]);
			const before = stage.control.books().orders;
			const { status, error } = await stage.orders('create', newOrder(), { contract, items: [{ no: 'TWIN' }] });
			expect(status).toBe('error');
			expect(error).toMatchObject({ message: endless });
			expect(stage.control.books().orders).toBe(before);
		});

		it('Custom API Call ends with an error', async () => {
			const { status, error } = await customCall(stage, { path, ...whole }, { contract });
			expect(status).toBe('error');
			expect(error).toMatchObject({ message: endless });
		});

		it('a poll of the trigger fails, and its position stays', async () => {
			const watch = new Watch(
				stage,
				{ events: ['orderUpdated'], startFrom: 'hours', startHours: 1, options: { pageSize: 2 } },
				contract,
			);
			const { error, items, staticData } = await watch.poll();
			expect(error).toMatchObject({ message: endless });
			expect(items).toBeNull();
			expect(staticData).toEqual({});
		});
	});
});
