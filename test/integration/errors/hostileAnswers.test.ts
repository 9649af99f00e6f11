import { NEWEST } from '../../engine';
import { HOSTILE_ANSWERS, HUGE_ANSWERS } from '../../support/hostile/answers';
import { describeHostile } from '../../support/hostile/matrix';

/** A sample of what `test/scale` tries: one answer for each call, at last those of many megabytes. */
const sampleOf = (call: number) => {
	const huge = HUGE_ANSWERS[call - 1];
	return [huge ?? HOSTILE_ANSWERS[(call * 37) % HOSTILE_ANSWERS.length] ?? []].flat();
};

describeHostile(NEWEST, sampleOf);
