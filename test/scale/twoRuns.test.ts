import { CONTRACTS } from '../support/apiClient';
import { OPERATIONS, countsOf, runOrders } from '../support/orderRuns';
import { usePlace } from '../support/place';
import { numbers, values } from '../support/samples';

const NUMBERS = numbers(50, 10_248);

describe.each(CONTRACTS)('Two runs at once over a slow connection (%s)', (contract) => {
	const place = usePlace();

	it.each(OPERATIONS)('make no order twice, %s, 50 ms of latency', async (operation) => {
		place.control.latency({ ms: 50 });
		const runs = await Promise.all(
			[1, 2].map(async () => values(await runOrders(place.manager(contract), operation, NUMBERS))),
		);
		expect(countsOf(place, NUMBERS)).toEqual(NUMBERS.map(() => 1));
		expect(runs[0]?.map(({ orderId }) => orderId)).toEqual(runs[1]?.map(({ orderId }) => orderId));
	});
});
