import fc from '../../support/fastCheck';
import { Deliveries, type Delivery } from '../../../nodes/ExtensivWebhookTrigger/deliveries';

const NOW = 1_772_700_000;
const WINDOW = 300;
const DAY = 86_400;
const delivery = (id: string, contentFingerprint = `content of ${id}`, at = NOW): Delivery => ({
	id,
	contentFingerprint,
	until: at + WINDOW,
});
const loaded = (deliveries: Deliveries, most?: number): Deliveries => {
	const other = new Deliveries(most);
	other.recall(deliveries.save());
	return other;
};

describe('The memory of deliveries', () => {
	it('takes a delivery once: by its id, and by what was signed', () => {
		const deliveries = new Deliveries();
		expect(deliveries.take(delivery('1'), NOW)).toBe('new');
		expect(deliveries.take(delivery('1', 'other content'), NOW)).toBe('known');
		expect(deliveries.take(delivery('2', 'content of 1'), NOW)).toBe('known');
		expect(deliveries.take(delivery('2'), NOW)).toBe('new');
	});

	it('does not let a repeat under another id spoil that id', () => {
		const deliveries = new Deliveries();
		deliveries.take(delivery('1'), NOW);
		deliveries.take(delivery('2', 'content of 1'), NOW);
		expect(deliveries.take(delivery('2'), NOW)).toBe('new');
	});

	it('takes each delivery just once as long as it could be replayed, however it is saved, loaded and merged', () =>
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(9), fc.integer({ min: -WINDOW, max: WINDOW }), fc.nat(40), fc.boolean()), {
					maxLength: 60,
				}),
				(events) => {
					let deliveries = new Deliveries(20);
					const taken = new Set<string>();
					let now = NOW;
					for (const [number, skew, pause, isRestarted] of events) {
						now += pause;
						const one = delivery(`${number}`, `${number}`, now + skew);
						const response = deliveries.take(one, now);
						if (response === 'new') expect(taken.has(one.id)).toBe(false);
						taken.add(one.id);
						if (isRestarted) deliveries = loaded(deliveries, 20);
					}
				},
			),
		));

	it('knows an id for a day longer, for senders that try again with a new timestamp', () => {
		const deliveries = new Deliveries();
		deliveries.take(delivery('1'), NOW);
		expect(deliveries.take(delivery('1', 'signed anew', NOW + DAY), NOW + DAY)).toBe('known');
		expect(deliveries.take(delivery('2'), NOW + WINDOW + DAY + 1)).toBe('new');
		expect(deliveries.take(delivery('1', 'signed anew', NOW + 2 * DAY), NOW + WINDOW + DAY + 1)).toBe('new');
	});

	it('stays bounded, gives up the oldest ids first, and takes nothing that it could not remember', () => {
		const deliveries = new Deliveries(3);
		for (const id of ['1', '2', '3']) expect(deliveries.take(delivery(id), NOW)).toBe('new');
		expect(deliveries.take(delivery('4'), NOW + WINDOW)).toBe('full');
		const later = NOW + WINDOW + 1;
		for (const id of ['4', '5']) expect(deliveries.take(delivery(id, id, later), later)).toBe('new');
		expect(deliveries.size).toBeLessThanOrEqual(6);
		expect(deliveries.take(delivery('3', 'again', later), later)).toBe('known');
	});

	it('says when to come back, and takes more when more are to be remembered', () => {
		const deliveries = new Deliveries(1);
		deliveries.take(delivery('1'), NOW);
		expect(deliveries.take(delivery('2'), NOW + 100)).toBe('full');
		const wait = deliveries.fullFor(NOW + 100);
		expect(deliveries.take(delivery('2', '2', NOW + 100 + wait - 1), NOW + 100 + wait - 1)).toBe('full');
		expect(deliveries.take(delivery('2', '2', NOW + 100 + wait), NOW + 100 + wait)).toBe('new');
		expect(deliveries.take(delivery('3', '3', NOW + 500), NOW + 500)).toBe('full');
		deliveries.keep(2);
		expect(deliveries.take(delivery('3', '3', NOW + 500), NOW + 500)).toBe('new');
	});

	it('knows what was signed although the clock was ahead for a while', () => {
		const deliveries = new Deliveries();
		deliveries.take(delivery('1'), NOW);
		deliveries.take(delivery('2', '2', NOW + 1_800), NOW + 1_800);
		expect(deliveries.take(delivery('another', 'content of 1'), NOW)).toBe('known');
	});

	it('leaves out marks of a time that cannot be: they would fill it for ever', () => {
		const deliveries = new Deliveries();
		deliveries.take(delivery('1', '1', 1e12), NOW);
		const other = new Deliveries();
		other.recall(deliveries.save(), NOW + DAY);
		expect(other.size).toBe(0);
	});

	it('can forget a delivery that came to nothing', () => {
		const deliveries = new Deliveries();
		deliveries.take(delivery('1'), NOW);
		deliveries.forget(delivery('1'));
		expect([deliveries.size, deliveries.take(delivery('1'), NOW)]).toEqual([0, 'new']);
	});

	it('recalls what it saved, of several processes, and leaves out what is damaged', () => {
		const [one, other] = [new Deliveries(), new Deliveries()];
		one.take(delivery('1'), NOW);
		other.take(delivery('2'), NOW);
		one.recall(other.save());
		for (const damaged of [undefined, null, 7, {}, '', 'nonsense', `${one.save()}x!`, 'i:1 c:2']) one.recall(damaged);
		expect(one.size).toBe(4);
		expect(['1', '2'].map((id) => loaded(one).take(delivery(id), NOW))).toEqual(['known', 'known']);
	});

	it('saves nothing that a sender wrote', () => {
		const deliveries = new Deliveries();
		deliveries.take(delivery('__proto__ a:b c'), NOW);
		expect(deliveries.save()).toMatch(/^(?:[ic][\w-]{22}:[0-9a-z]+ ?){2}$/);
	});
});
