import { NEWEST } from '../engine';
import { tokenCredential } from '../support/credentials';
import { useStage } from '../support/stage';
import { Books } from '../stress/books';
import { TROUBLE } from '../stress/faults';
import { playPeakHour } from '../stress/peakHour';
import { Shop } from '../stress/shop';
import { SIZES } from '../stress/sizes';

const seed = Number(process.env.STRESS_SEED ?? Math.floor(Math.random() * 1_000_000));
/** So few calls that one in ten has to fail to meet trouble of every kind; few tries, so that executions give up. */
const SETTINGS = { seed, faults: 0.1, outage: 80, tries: 2, timeoutSeconds: 2, settleSeconds: 1, latencyMs: 5 };

describe.each(NEWEST)(
	`A shop's peak hour in which one call in ten fails, n8n line %s (STRESS_SEED=${seed})`,
	(line) => {
		const stage = useStage(line);

		it('ends with every order once, every level as it was last sent and every shipment out once', async () => {
			const { engine, control } = stage;
			const credentials = await engine.addCredential('extensivOrderManagerApi', tokenCredential(stage.url).data);
			const place = { engine, control, credentials };
			const { differences, executions, calls } = await playPeakHour(place, SIZES.small, SETTINGS);
			expect(differences).toEqual([]);
			// All that could go wrong did, and executions gave up and were started again.
			const met = new Set(calls.all.map(({ fault }) => fault));
			expect(TROUBLE.filter(({ kind }) => !met.has(kind))).toEqual([]);
			expect(executions.some(({ round }) => round > 0)).toBe(true);
		});
	},
);

describe('The comparison of the books', () => {
	const stage = useStage('2');

	it('names what is missing, wrong, repeated or made up', () => {
		const shop = new Shop({ orders: 5, ordersAtOnce: 5, levels: 4, levelsAtOnce: 2, skus: 2, shipments: 2 }, 1);
		stage.control.seed(shop.data());
		const orders = shop.orders();
		shop.levels();
		const books = new Books(stage.control, shop, orders);
		const [first, second, third, fourth] = orders.flat().map((order) => ({
			orderNumber: order['Order Number'],
			items: order['Order Lines'],
		}));
		const others = [{ sku: 'PK-0000000', quantity: 9 }];
		stage.control.seed({
			orders: [first, first, second, { ...third, items: others }, fourth, { orderNumber: 'MADE-UP' }].map(
				(order) => order ?? {},
			),
			shipments: [
				{ orderNumber: first?.orderNumber, trackingNumber: '1ZPEAK0000000' },
				{ orderNumber: first?.orderNumber, trackingNumber: '1ZPEAK0000000' },
				{ orderNumber: fourth?.orderNumber, trackingNumber: '1ZPEAK0000003' },
			],
		});
		const tracking = { json: { trackingNumber: '1ZPEAK0000000' } };
		books.takeRead([tracking, tracking, { json: { trackingNumber: '1ZPEAK0000003' } }]);
		books.note('Something else.');
		expect(books.differences([])).toEqual([
			'Something else.',
			'Missing orders: 1 (PEAK-0000004)',
			'Orders that exist more than once: 1 (PEAK-0000000)',
			'Orders with other lines: 1 (PEAK-0000002)',
			'Orders that nobody sent: 1',
			expect.stringMatching(/^Stock levels other than the last sent: 2 \(PK-0000000 \(0 instead of \d+\), PK-/),
			'Orders that did not ship: 1 (PEAK-0000001)',
			'Orders that shipped more than once: 1 (PEAK-0000000)',
			'Orders that shipped unasked: 1 (PEAK-0000003)',
			'Shipments that were not read back: 1 (1ZPEAK0000001)',
			'Shipments that were read back more than once: 1 (1ZPEAK0000000)',
		]);
	});
});
