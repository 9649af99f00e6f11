import { LINES } from '../engine';
import { useStage } from '../support/stage';

describe.each(LINES)('A run that takes long, n8n line %s', (line) => {
	const stage = useStage(line);

	it('says at its end how long it took, and how to see progress', async () => {
		stage.control.latency({ ms: 10_200 });
		const { hints } = await stage.orders('getAll', { limit: 2 });
		expect(hints).toEqual([expect.stringMatching(/^2 items in \d\d s\. To see progress.*Loop Over Items/)]);
	});
});
