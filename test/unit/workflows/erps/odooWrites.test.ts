import { odoo } from '../../../../workflows/parts/erps/odoo';
import { type Erp, misfits, runPart } from '../../../support/erpPart';
import { parcelResult, statusResult } from '../../../support/itemShapes';
import { parcel, status } from './given';

// Calls of methods and their responses after Odoo's "External JSON-2 API" (documentation 19.0), and the fields of its models
// stock.picking and mail.message.

const PICKING = {
	id: 5,
	name: 'WH/OUT/00005',
	state: 'assigned',
	sale_id: [12, 'S00012'],
	carrier_tracking_ref: false,
};

const writes =
	(pickings: unknown[], validated: { body: unknown; statusCode?: number } = { body: true }): Erp =>
	({ url, body }) => {
		if (url?.endsWith('/sale.order/search_read')) return { body: [{ id: 12, name: 'S00012', state: 'sale' }] };
		if (url?.endsWith('/stock.picking/search_read')) return { body: pickings };
		if (url?.endsWith('/button_validate')) return validated;
		return { body: body !== undefined };
	};

const ship = (parcels: object[], pickings: unknown[], validated?: { body: unknown; statusCode?: number }) => {
	const { items, asked } = runPart(odoo, odoo.parcels!, parcels as never, writes(pickings, validated));
	expect(misfits(items, parcelResult)).toEqual([]);
	const calls = asked.filter(({ step }) => step === 'Ask Odoo');
	return {
		items,
		asked,
		calls: calls.map(({ url, body }) => [url, body]),
		outcomes: items.map(({ outcome }) => outcome),
	};
};

describe('parcels in Odoo', () => {
	it('note their tracking numbers, and validate the delivery', () => {
		const { asked, calls, outcomes } = ship([parcel('S00012', 'Z1'), parcel('S00012', 'Z2')], [PICKING]);
		expect(calls).toEqual([
			['https://example.odoo.com/json/2/stock.picking/write', { ids: [5], vals: { carrier_tracking_ref: 'Z1,Z2' } }],
			['https://example.odoo.com/json/2/stock.picking/button_validate', { ids: [5], context: { skip_sms: true } }],
		]);
		expect(outcomes).toEqual(['done', 'done']);
		expect(asked.slice(0, 2)).toMatchObject([
			{
				method: 'POST',
				headers: { 'X-Odoo-Database': 'example' },
				body: { domain: [['name', 'in', ['S00012']]], fields: ['name', 'state'] },
			},
			{
				body: {
					domain: [
						['sale_id', 'in', [12]],
						['picking_type_code', '=', 'outgoing'],
					],
				},
			},
		]);
	});

	it('reserve the goods first, if they are not', () => {
		const { calls } = ship([parcel('S00012', 'Z1')], [{ ...PICKING, state: 'confirmed' }]);
		expect(calls.map(([url]) => String(url).split('/').at(-1))).toEqual(['write', 'action_assign', 'button_validate']);
	});

	it('do nothing that is done already', () => {
		const { calls, outcomes } = ship(
			[parcel('S00012', 'Z1')],
			[{ ...PICKING, state: 'done', carrier_tracking_ref: 'Z1' }],
		);
		expect(calls).toEqual([]);
		expect(outcomes).toEqual(['alreadyDone']);
	});

	it('go on where an earlier run was interrupted', () => {
		const { calls } = ship([parcel('S00012', 'Z1')], [{ ...PICKING, carrier_tracking_ref: 'Z1' }]);
		expect(calls.map(([url]) => String(url).split('/').at(-1))).toEqual(['button_validate']);
	});

	it('fail with what Odoo says, or asks', () => {
		const refused = {
			statusCode: 422,
			body: { name: 'odoo.exceptions.UserError', message: 'Nothing to ship.', debug: 'x' },
		};
		expect(ship([parcel('S00012', 'Z1')], [PICKING], refused).items).toMatchObject([
			{ outcome: 'failed', problem: 'Odoo refuses delivery WH/OUT/00005 of order S00012: Nothing to ship.' },
		]);
		const question = { body: { type: 'ir.actions.act_window', res_model: 'stock.backorder.confirmation' } };
		expect(ship([parcel('S00012', 'Z1')], [PICKING], question).items).toMatchObject([
			{ outcome: 'failed', problem: expect.stringMatching(/asks a person .*Validate it in Odoo by hand/) },
		]);
	});

	it('are done if Odoo only wants to print: it does so after it has validated', () => {
		const print = { body: { type: 'ir.actions.client', tag: 'do_multi_print', params: { reports: [] } } };
		expect(ship([parcel('S00012', 'Z1')], [PICKING], print).outcomes).toEqual(['done']);
	});

	it('guess nothing: no order, no delivery, several open ones', () => {
		const two = [PICKING, { ...PICKING, id: 6, name: 'WH/OUT/00006' }];
		expect(ship([parcel('S00012', 'Z1'), parcel('X', 'Z2')], two).items.map(({ problem }) => problem)).toEqual([
			expect.stringMatching(/2 open shipments in Odoo \(WH\/OUT\/00005, WH\/OUT\/00006\)/),
			expect.stringMatching(/no order X/),
		]);
		expect(ship([parcel('S00012', 'Z1')], []).items).toMatchObject([
			{ problem: expect.stringMatching(/nothing to ship/) },
		]);
	});
});

describe('statuses in Odoo', () => {
	const notes =
		(...bodies: string[]): Erp =>
		({ url }) => {
			if (url?.endsWith('/sale.order/search_read')) return { body: [{ id: 12, name: 'S00012', state: 'sale' }] };
			if (url?.endsWith('/mail.message/search_read'))
				return { body: bodies.map((body, at) => ({ id: at + 1, res_id: 12, body: `<p>${body}</p>` })) };
			return { body: [99] };
		};
	const write = (number: string, erp: Erp) => {
		const { items, asked } = runPart(odoo, odoo.statuses!, [status(number, 'onHold') as never], erp);
		expect(misfits(items, statusResult)).toEqual([]);
		return { items, calls: asked.filter(({ step }) => step === 'Ask Odoo') };
	};

	it('become a note, unless the newest one says so already', () => {
		expect(write('S00012', notes('Extensiv: pending')).calls).toMatchObject([
			{ url: 'https://example.odoo.com/json/2/sale.order/message_post', body: { ids: [12], body: 'Extensiv: onHold' } },
		]);
		const known = write('S00012', notes('Extensiv: pending', 'Extensiv: onHold', 'Call Jordan'));
		expect(known.calls).toEqual([]);
		expect(known.items).toMatchObject([{ outcome: 'alreadyDone' }]);
		expect(write('X', notes()).items).toMatchObject([{ outcome: 'failed' }]);
	});
});
