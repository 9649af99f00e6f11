import { REFUSALS } from '../support/refusals';
import { noRefusalCountsAsDone } from '../support/refusedWrites';
import { useStage } from '../support/stage';

describe(`a write under ${REFUSALS.length} answers with a status of success that do not confirm it`, () => {
	noRefusalCountsAsDone(useStage('2'), REFUSALS);
});
