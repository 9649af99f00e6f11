import { LINES } from '../engine';
import { HOSTILE_ANSWERS } from '../support/hostile/answers';
import { describeHostile, given } from '../support/hostile/matrix';

describeHostile(["2"], (call) => HOSTILE_ANSWERS.filter((_, at) => at % 5 === call % 5));

it('are thousands for each n8n line', () => {
	console.log(JSON.stringify([...given]));
	for (const line of LINES) expect(given.get(line)).toBeGreaterThanOrEqual(3_000);
});
