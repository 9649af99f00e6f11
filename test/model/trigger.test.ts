import { History } from './history';
import { StockHistory } from './stockHistory';

/** `TRIGGER_SEED=17 TRIGGER_HISTORIES=1` repeats the history that failed. */
const FIRST = Number(process.env['TRIGGER_SEED'] ?? 1);
const HISTORIES = Number(process.env['TRIGGER_HISTORIES'] ?? 400);

describe('The trigger, whatever happens', () => {
	it(
		`tells every change of orders, none twice from the same state, in order, in ${HISTORIES} random histories`,
		async () => {
			let [items, failedPolls] = [0, 0];
			for (let seed = FIRST; seed < FIRST + HISTORIES; seed++) {
				const tally = await new History(seed).run();
				items += tally.items;
				failedPolls += tally.failedPolls;
			}
			// Histories in which nothing happens would prove nothing.
			expect(items).toBeGreaterThan(HISTORIES);
			if (HISTORIES >= 100) expect(failedPolls).toBeGreaterThan(0);
		},
		Math.max(120_000, HISTORIES * 100),
	);

	it(
		`tells every change of stock by a feed that takes what it shows, and none that is none, in ${HISTORIES} random histories`,
		async () => {
			let [items, byFeed, lost] = [0, 0, 0];
			for (let seed = FIRST; seed < FIRST + HISTORIES; seed++) {
				const tally = await new StockHistory(seed).run();
				items += tally.items;
				byFeed += tally.byFeed;
				lost += tally.lost;
			}
			expect(items).toBeGreaterThan(HISTORIES);
			if (HISTORIES >= 100) expect(Math.min(byFeed, lost)).toBeGreaterThan(HISTORIES / 20);
		},
		Math.max(120_000, HISTORIES * 100),
	);
});
