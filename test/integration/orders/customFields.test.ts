import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../../engine';
import { NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { chosen, defineFields, seedOrder } from '../../support/orderActions';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { type Settings, type Stage, useStage } from '../../support/stage';

const VALUES = '/v1.1/orders/{orderId}/customfieldvalues';
const fields = async (
	stage: Stage,
	operation: string,
	parameters: IDataObject,
	settings?: Settings,
): Promise<RunResult> =>
	await stage.orders(
		operation,
		{ resource: 'orderCustomField', ...chosen(), ...selected('orderNumber', 'customFields'), ...parameters },
		settings,
	);
const setting = (...pairs: Array<[field: string, value: unknown]>): IDataObject => ({
	customFields: { field: pairs.map(([field, value]) => ({ field, value }) as IDataObject) },
});

describe.each(NEWEST)('Order custom fields, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useListener();

	it('sets fields by name or ID, and gets them', async () => {
		const [, id] = await defineFields(stage, 'Route', 'Season');
		const settings = { items: [{ no: 'NW-10046' }] };
		const set = await fields(stage, 'set', setting(['route', 'North'], [id ?? '', '={{ "Winter" }}']), settings);
		expect(set).toMatchObject({ status: 'success', pairs: [[0]] });
		const got = await fields(stage, 'get', {}, settings);
		expect(jsons(got)).toMatchObject([
			{
				orderNumber: 'NW-10046',
				customFields: [
					{
						name: 'Route',
						type: 'TEXTSHORT',
						value: 'North',
						fieldId: expect.any(String),
						valueId: expect.any(String),
					},
					{ name: 'Season', value: 'Winter', fieldId: id },
				],
			},
		]);
		expect(column(set, 'customFields')).toEqual(column(got, 'customFields'));
	});

	it('leaves fields alone whose value is empty', async () => {
		await defineFields(stage, 'Route', 'Season');
		const result = await fields(stage, 'set', setting(['Route', 'North'], ['Season', '']), {
			items: [{ no: 'NW-10046' }],
		});
		expect(column(result, 'customFields')).toMatchObject([[{ name: 'Route' }]]);
	});

	it('reads definitions of more pages than one, once for all items', async () => {
		await defineFields(stage, ...Array.from({ length: 24 }, (_, at) => `Field ${at}`));
		seedOrder(stage, 'A');
		const result = await fields(stage, 'set', setting(['Field 23', 'x']), { items: [{ no: 'NW-10046' }, { no: 'A' }] });
		expect(result.status).toBe('success');
		expect(stage.calls('GET /v1.1/orders/customfielddefinitions')).toBe(2);
	});

	it('sets again without harm when the answer is lost', async () => {
		await defineFields(stage, 'Route');
		stage.control.faults([{ kind: 'lostAnswer', method: 'PUT', path: VALUES, at: [1] }]);
		const result = await fields(stage, 'set', setting(['Route', 'North']), { items: [{ no: 'NW-10046' }] });
		expect(column(result, 'customFields')).toMatchObject([[{ value: 'North' }]]);
	});

	it('lets the others through when a field or an order is not there', async () => {
		await defineFields(stage, 'Route');
		const items = [
			{ no: 'NW-10046', field: 'Nope' },
			{ no: 'NW-404', field: 'Route' },
			{ no: 'NW-10046', field: 'Route' },
		];
		const result = await fields(stage, 'set', setting(['={{ $json.field }}', 'x']), {
			items,
			onError: 'continueErrorOutput',
		});
		expect(result.pairs).toEqual([[2]]);
		expect(failures(result)).toMatchObject([
			{ error: expect.stringMatching(/no custom field “Nope”/), message: expect.stringMatching(/Route/) },
			{ no: 'NW-404' },
		]);
	});

	it('needs a value', async () => {
		const { error } = await fields(stage, 'set', setting(['Route', '']), { items: [{ no: 'NW-10046' }] });
		expect(error?.message).toMatch(/no value to set/);
		expect(stage.control.requests().total).toBe(0);
	});

	it('offers the fields of the account in the list', async () => {
		await defineFields(stage, 'Season', 'Route');
		const credentials = tokenCredential(stage.url);
		const options = await stage.engine.loadOptions({
			node: 'extensivOrders',
			method: 'getOrderCustomFields',
			parameters: { authentication: credentials.type },
			credentials,
		});
		expect(options).toEqual([
			{ name: 'Route', value: expect.any(String) },
			{ name: 'Season', value: expect.any(String) },
		]);
	});

	describe('whatever shape the service answers in', () => {
		const definition = { customFieldDefId: 'f-1', name: 'Gift wrap', type: 'BOOLEAN', active: true };
		const value = { customFieldValueId: 'v-1', customFieldDef: definition, value: true };
		const responding = (values: unknown, toSet: unknown = values): void => {
			service.reply = ({ method, url }) => {
				if (url.includes('customfielddefinitions')) return { status: 200, body: { results: [definition] } };
				if (!url.includes('customfieldvalues')) return { status: 200, body: { orderId: 7, orderNumber: 'N-7' } };
				return { status: 200, body: method === 'PUT' ? toSet : values };
			};
		};
		const settings = (): Settings => ({ credentials: tokenCredential(service.url) });
		const byId = { order: { __rl: true, mode: 'id', value: '7' } };

		it.each([
			['one object', value],
			['a list', [value]],
			['a wrapper', { message: 'Success', results: [value], errors: [] }],
			['a wrapper of one object', { results: value }],
		])('gets the values from %s', async (_, body) => {
			responding(body);
			const result = await fields(stage, 'get', byId, settings());
			expect(column(result, 'customFields')).toEqual([
				[{ fieldId: 'f-1', name: 'Gift wrap', type: 'BOOLEAN', valueId: 'v-1', value: true }],
			]);
		});

		it('sends a yes as a yes, and reads the values when the answer does not tell', async () => {
			responding([value], { message: 'Success' });
			const result = await fields(stage, 'set', { ...byId, ...setting(['Gift wrap', 'yes']) }, settings());
			expect(column(result, 'customFields')).toMatchObject([[{ fieldId: 'f-1', value: true }]]);
			const sent = service.heard.find(({ method }) => method === 'PUT');
			expect(JSON.parse(sent?.body ?? '')).toEqual({ customFieldValues: [{ customFieldDefId: 'f-1', value: true }] });
		});

		it('does not call a value set that is not there afterwards', async () => {
			responding([{ ...value, value: false }], { message: 'Success' });
			const { error } = await fields(stage, 'set', { ...byId, ...setting(['Gift wrap', 'yes']) }, settings());
			expect(error?.message).toMatch(/look-up does not show the change/);
		});

		it('refuses a value that is not of the kind of the field', async () => {
			responding({});
			const { error } = await fields(stage, 'set', { ...byId, ...setting(['Gift wrap', 'perhaps']) }, settings());
			expect(error?.message).toMatch(/Gift wrap.*neither yes nor no/);
		});
	});
});
