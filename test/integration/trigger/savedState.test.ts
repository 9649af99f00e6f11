import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { readSaved, savedBy, VERSIONS } from '../../support/savedState/files';
import { keysOf } from '../../support/savedState/keys';
import { idsOf, machineOf, record, type Recorded, replay } from '../../support/savedState/record';
import { goTo, nameOf, type Scenario } from '../../support/savedState/scenario';
import { SCENARIOS } from '../../support/savedState/scenarios';
import { type Stage, useStage } from '../../support/stage';
import { Watch } from '../../support/watch';
import { KEYS } from './savedKeys';

const fileOf = ({ name, contract }: Scenario): string => `${name}.${contract}`;
const titled = (scenario: Scenario) => [`${scenario.name}, ${scenario.contract} contract`, scenario] as const;
const recordedBy = (version: string): Scenario[] =>
	SCENARIOS.filter((scenario) => savedBy(version).includes(fileOf(scenario)));

/** A trigger with what an earlier version has saved, in the account as it was then. */
async function resume(stage: Stage, version: string, scenario: Scenario): Promise<[Watch, Recorded]> {
	const saved = readSaved<Recorded>(version, fileOf(scenario));
	await replay(stage, scenario);
	expect(stage.control.clock({}).now).toBe(saved.clock);
	const watch = new Watch(stage, saved.parameters, scenario.contract);
	watch.state = saved.staticData;
	return [watch, saved];
}

/** Items of all polls until nothing comes any more. */
async function itemsUntilQuiet(watch: Watch, change: IDataObject): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (let quiet = 0, polls = 0; quiet < 3; polls++) {
		if (polls === 20) throw new Error(`There is no end of items: ${idsOf(items.slice(-5)).join(', ')}`);
		const more = await watch.items(change);
		items.push(...more);
		quiet = more.length > 0 ? 0 : quiet + 1;
	}
	return items;
}

/** Record and event of an item: the rest of its ID may name the poll. */
const subjectOf = (eventId: string): string => eventId.split(':').slice(0, 2).join(':');

describe.each(LINES)('The state that the trigger saves, n8n line %s', (line) => {
	describe('is saved under the keys', () => {
		const stage = useStage(line);

		it.each(SCENARIOS.map(titled))('that it always had: %s', async (_title, scenario) => {
			expect(keysOf((await record(stage, scenario)).staticData)).toEqual(KEYS[fileOf(scenario)]);
		});
	});

	describe.each(VERSIONS)('State saved by version %s', (version) => {
		// Of its own: other readers of the same account's feed of stock would be named.
		const stage = useStage(line);
		const scenarios = recordedBy(version);
		const restartable = scenarios.filter((scenario) => {
			return readSaved<Recorded>(version, fileOf(scenario)).lastEmitted.length > 0;
		});

		it('is all read here, but for what the webhook trigger has saved', () => {
			expect([...scenarios.map(fileOf), 'deliveries'].sort()).toEqual(savedBy(version).sort());
		});

		it.each(scenarios.map(titled))('is continued: only what is new is emitted, once: %s', async (_title, scenario) => {
			const [watch, { parameters, clockAhead, emitted, staticData }] = await resume(stage, version, scenario);
			await goTo(stage, scenario.next);
			watch.machine = machineOf(stage, clockAhead);
			const options = { ...(parameters.options as IDataObject | undefined), repeatMinutes: 0 };
			const items = await itemsUntilQuiet(watch, { options });
			expect(items.map(nameOf).sort()).toEqual([...scenario.emitted].sort());
			expect(idsOf(items).filter((id) => emitted.includes(id))).toEqual([]);
			const notices = items.flatMap(({ notice }) => notice ?? []);
			expect(notices).toEqual(scenario.notice ? [expect.stringContaining(scenario.notice)] : []);
			expect(keysOf(staticData)).toEqual(KEYS[fileOf(scenario)]);
			expect(unknownKeys(watch.state)).toEqual([]);
		});

		it.each(restartable.map(titled))('has its items sent once more after a restart: %s', async (_title, scenario) => {
			const [watch, { clockAhead, emitted, lastEmitted }] = await resume(stage, version, scenario);
			watch.machine = machineOf(stage, clockAhead);
			const items = await watch.items();
			const [subjects, last] = [idsOf(items).map(subjectOf), lastEmitted.map(subjectOf)];
			const before = emitted.map(subjectOf).filter((subject) => !last.includes(subject));
			expect(subjects).toEqual(expect.arrayContaining(last));
			expect(subjects.filter((subject) => before.includes(subject))).toEqual([]);
			expect(new Set(subjects).size).toBe(subjects.length);
			expect(items.filter(({ maybeRepeated }) => maybeRepeated !== true)).toEqual([]);
			expect(items[0]?.notice).toEqual(expect.stringContaining('n8n restarted after items were sent'));
		});
	});
});

/** Keys that no earlier version has saved in this place. */
const unknownKeys = (state: IDataObject): string[] =>
	Object.entries(keysOf(state)).flatMap(([path, keys]) => {
		const known = Object.values(KEYS).flatMap((saved) => saved[path] ?? []);
		return keys.filter((key) => !known.includes(key)).map((key) => `${path}.${key}`);
	});
