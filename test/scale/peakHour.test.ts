import { NEWEST } from '../engine';
import { tokenCredential } from '../support/credentials';
import { useStage } from '../support/stage';
import { TROUBLE } from '../stress/faults';
import { playPeakHour } from '../stress/peakHour';
import { SIZES } from '../stress/sizes';

const seed = Number(process.env.STRESS_SEED ?? Math.floor(Math.random() * 1_000_000));
/** So few calls that one in ten has to fail to meet trouble of every kind; few tries, so that executions give up. */
const SETTINGS = { seed, faults: 0.1, outage: 80, tries: 2, timeoutSeconds: 2, settleSeconds: 1, latencyMs: 5 };

describe.each(NEWEST)(
	`A shop's peak hour in which one call in ten fails, n8n line %s (STRESS_SEED=${seed})`,
	(line) => {
		const stage = useStage(line);

		it('ends with every order once, every level as it was last sent and every shipment out once', async () => {
			const { engine, control } = stage;
			const credentials = await engine.addCredential('extensivOrderManagerApi', tokenCredential(stage.url).data);
			const place = { engine, control, credentials };
			const { differences, executions, calls } = await playPeakHour(place, SIZES.small, SETTINGS);
			expect(differences).toEqual([]);
			// All that could go wrong did, and executions gave up and were started again.
			const met = new Set(calls.all.map(({ fault }) => fault));
			expect(TROUBLE.filter(({ kind }) => !met.has(kind))).toEqual([]);
			expect(executions.some(({ round }) => round > 0)).toBe(true);
		});
	},
);
