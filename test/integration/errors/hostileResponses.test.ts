import { NEWEST } from '../../engine';
import { HOSTILE_ANSWERS, HUGE_ANSWERS } from '../../support/hostile/responses';
import { describeHostile } from '../../support/hostile/matrix';

/** A sample of what `test/scale` tries: an answer for every second call. Those of many megabytes come once. */
describeHostile(NEWEST, (call) => {
	const huge = HUGE_ANSWERS[call / 2];
	const usual = HOSTILE_ANSWERS[(call * 37) % HOSTILE_ANSWERS.length];
	return call % 2 ? [] : [huge ?? usual ?? []].flat();
});
