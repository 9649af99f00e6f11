import { NEWEST } from '../engine';
import { tokenCredential } from '../support/credentials';
import { useStage } from '../support/stage';
import { playPeakHour } from '../stress/peakHour';
import { SIZES } from '../stress/sizes';

const seed = Number(process.env.STRESS_SEED ?? Math.floor(Math.random() * 1_000_000));
const SETTINGS = { seed, faults: 0.1, tries: 3, timeoutSeconds: 2, settleSeconds: 1, latencyMs: 5 };

describe.each(NEWEST)(`A peak hour in which one call in ten fails, n8n line %s (STRESS_SEED=${seed})`, (line) => {
	const stage = useStage(line);

	it('leaves every order once, every level as it was last sent and every shipment out once', async () => {
		const { engine, control } = stage;
		const credentials = await engine.addCredential('extensivOrderManagerApi', tokenCredential(stage.url).data);
		const { differences, executions, calls } = await playPeakHour(
			{ engine, control, credentials },
			SIZES.small,
			SETTINGS,
		);
		expect(differences).toEqual([]);
		// Something had to be repeated: trouble of every kind, and executions that gave up.
		expect(new Set(calls.all.map(({ fault }) => fault)).size).toBe(10);
		expect(executions.some(({ round }) => round > 0)).toBe(true);
		console.log(calls.all.length, JSON.stringify(executions.filter((e) => e.failed)));
	});
});
