import { LINES } from '../engine';
import { HOSTILE_ANSWERS } from '../support/hostile/answers';
import { describeHostile, given } from '../support/hostile/matrix';

describeHostile(["2"], () => HOSTILE_ANSWERS);

it('are thousands for each n8n line', () => {
	console.log(given);
	for (const line of LINES) expect(given.get(line)).toBeGreaterThanOrEqual(3_000);
});
