import fc from '../../support/fastCheck';
import { readEvents } from '../../../nodes/ExtensivWebhookTrigger/body';

const read = (content: unknown, id = 'd-1') =>
	readEvents(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), id);

describe('The events of a delivery', () => {
	const event = {
		event: 'orderCreated',
		eventId: 'e-1',
		occurredAt: '2026-03-05T10:40:00+02:00',
		order: { orderNumber: 'NW-1' },
	};
	const item = { ...event, occurredAt: '2026-03-05T08:40:00Z' };

	it.each([
		['one object', event],
		['a list', [event]],
		['a list under “events”', { events: [event], sent: 'now' }],
	])('come as %s', (_form, content) => expect(read(content)).toEqual({ items: [item] }));

	it('come as text with a byte order mark', () =>
		expect(read(`\ufeff${JSON.stringify(event)}`)).toEqual({ items: [item] }));

	it('get what the sender leaves out: an id from the delivery, no time', () =>
		expect(read([{ event: 'stockLevelChanged' }, { event: 'x', eventId: null, occurredAt: null }])).toEqual({
			items: [
				{ event: 'stockLevelChanged', eventId: 'd-1:0', occurredAt: null },
				{ event: 'x', eventId: 'd-1:1', occurredAt: null },
			],
		}));

	it('keep the order of fields of the polling trigger, and what else there is', () => {
		const parsed = read({
			order: { id: 1 },
			previous: { status: 'a' },
			current: { status: 'b' },
			occurredAt: null,
			eventId: 'e',
			event: 'orderStatusChanged',
		});
		expect('items' in parsed && Object.keys(parsed.items[0] ?? {})).toEqual([
			'event',
			'eventId',
			'occurredAt',
			'order',
			'previous',
			'current',
		]);
	});

	it.each<[string, unknown]>([
		['nothing', ''],
		['no JSON', '{"event":'],
		['no UTF-8', '\u0000'],
	])('are refused as %s', (_what, content) =>
		expect(read(content)).toEqual({ problem: 'The body must be JSON in UTF-8.' }),
	);

	it('are refused in another encoding', () =>
		expect(readEvents(Buffer.from([0x7b, 0xff, 0x7d]), 'd')).toHaveProperty('problem'));

	it.each<[string, unknown]>([
		['a number', 7],
		['null', 'null'],
		['a text', '"orderCreated"'],
		['an object without an event', { order: {} }],
		['an event without a name', { event: '' }],
		['an event that is no text', { event: 1 }],
		['an id that is no text', { event: 'x', eventId: 1 }],
		['a time that is none', { event: 'x', occurredAt: 'yesterday' }],
		['a list with something else in it', [event, null]],
		['no list under “events”', { events: event }],
		['a very long name', { event: 'x'.repeat(101) }],
	])('are refused as %s', (_what, content) =>
		expect(read(content)).toEqual({ problem: expect.stringMatching(/^Each event must be/) }),
	);

	it('never make the reader throw', () => {
		fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void read(text)));
		fc.assert(fc.property(fc.uint8Array(), (body) => void readEvents(body, 'd')));
	});
});
