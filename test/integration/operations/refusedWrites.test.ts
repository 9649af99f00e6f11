import { FEW_REFUSALS } from '../../support/refusals';
import { noRefusalCountsAsDone } from '../../support/refusedWrites';
import { useStage } from '../../support/stage';

// All answers, and what a look-up makes of them, are in test/scale.
describe('a write that a 2xx does not confirm', () => {
	noRefusalCountsAsDone(useStage('2'), FEW_REFUSALS);
});
