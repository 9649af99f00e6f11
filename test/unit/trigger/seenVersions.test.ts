import { SeenVersions } from '../../../nodes/ExtensivTrigger/state/seenVersions';

const T = 1_772_700_000;

describe('The guard against repeats', () => {
	it('knows a version again after it was saved and loaded', () => {
		const seenVersions = new SeenVersions();
		seenVersions.put('77120045', T, 'k3f9');
		const loaded = new SeenVersions(JSON.parse(JSON.stringify(seenVersions.save())) as Record<string, string>);
		expect(loaded.get('77120045')).toEqual({ at: T, fingerprint: 'k3f9' });
		expect(loaded.get('77120046')).toBeUndefined();
	});

	it('keeps the latest version of a record', () => {
		const seenVersions = new SeenVersions();
		seenVersions.put('1', T, 'a');
		seenVersions.put('1', T + 5, 'b');
		expect(seenVersions.get('1')).toEqual({ at: T + 5, fingerprint: 'b' });
		expect(seenVersions.size).toBe(1);
	});

	it('forgets what no later span can bring again', () => {
		const seenVersions = new SeenVersions();
		seenVersions.put('old', T - 1, '');
		seenVersions.put('new', T, '');
		seenVersions.forgetBefore(T);
		expect([seenVersions.get('old'), seenVersions.get('new')]).toEqual([undefined, { at: T, fingerprint: '' }]);
	});

	it('leaves out entries that somebody has damaged: those records may come again, and none is lost', () => {
		expect(new SeenVersions({ a: 'nonsense!', b: '', c: `${T.toString(36)}.x1` }).size).toBe(1);
	});

	it('leaves out entries of a time that cannot be: they would silence their records for ever', () => {
		const seenVersions = new SeenVersions({ far: `${(T * 1000).toString(36)}.x`, near: `${T.toString(36)}.x` }, T + 60);
		expect([seenVersions.get('far'), seenVersions.get('near')]).toEqual([undefined, { at: T, fingerprint: 'x' }]);
	});
});
