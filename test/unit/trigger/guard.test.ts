import { Guard } from '../../../nodes/ExtensivTrigger/guard';

const T = 1_772_700_000;

describe('The guard against repeats', () => {
	it('knows a version again after it was saved and loaded', () => {
		const guard = new Guard();
		guard.put('77120045', T, 'k3f9');
		const loaded = new Guard(JSON.parse(JSON.stringify(guard.save())) as Record<string, string>);
		expect(loaded.get('77120045')).toEqual({ at: T, mark: 'k3f9' });
		expect(loaded.get('77120046')).toBeUndefined();
	});

	it('keeps the latest version of a record', () => {
		const guard = new Guard();
		guard.put('1', T, 'a');
		guard.put('1', T + 5, 'b');
		expect(guard.get('1')).toEqual({ at: T + 5, mark: 'b' });
		expect(guard.size).toBe(1);
	});

	it('forgets what no later span can bring again', () => {
		const guard = new Guard();
		guard.put('old', T - 1, '');
		guard.put('new', T, '');
		guard.forgetBefore(T);
		expect([guard.get('old'), guard.get('new')]).toEqual([undefined, { at: T, mark: '' }]);
	});

	it('leaves out entries that somebody has damaged: those records may come again, and none is lost', () => {
		expect(new Guard({ a: 'nonsense!', b: '', c: `${T.toString(36)}.x1` }).size).toBe(1);
	});

	it('leaves out entries of a time that cannot be: they would silence their records for ever', () => {
		const guard = new Guard({ far: `${(T * 1000).toString(36)}.x`, near: `${T.toString(36)}.x` }, T + 60);
		expect([guard.get('far'), guard.get('near')]).toEqual([undefined, { at: T, mark: 'x' }]);
	});
});
