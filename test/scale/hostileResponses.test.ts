import { LINES } from '../engine';
import { HOSTILE_ANSWERS } from '../support/hostile/responses';
import { describeHostile, given } from '../support/hostile/matrix';

/** Each call gets every eleventh of the answers, each call another eleventh. */
const SHARE = 11;

describeHostile(LINES, (call) => HOSTILE_ANSWERS.filter((_, at) => at % SHARE === call % SHARE));

it('are thousands for each n8n line', () => {
	for (const line of LINES) expect(given.get(line)).toBeGreaterThanOrEqual(3_000);
});
