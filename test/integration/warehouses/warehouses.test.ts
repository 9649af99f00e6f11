import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS, credentialFor } from '../../support/credentials';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { warehouses } from '../../support/shipments';
import { useStage } from '../../support/stage';

const ALL = { live: 'GET /v1/warehouses', guide: 'GET /api/warehouses' } as const;
const ONE = { live: 'GET /v1/warehouse/{id}', guide: 'GET /api/warehouses/{id}' } as const;
const KEYS = [
	'warehouseId',
	'name',
	'type',
	'active',
	'timeZone',
	'contactEmail',
	'contactPhone',
	'phoneExtension',
	'fax',
	'color',
	'address',
	'returnsLocation',
	'domesticBackups',
	'stateAllocations',
	'internationalRank',
	'salesChannelId',
];
const WHOLE = selected(...KEYS);

describe.each(NEWEST)('Warehouses, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('Get Many gives all of them, with the same fields under both contracts', async () => {
			const result = await warehouses(stage, 'getAll', { returnAll: true, ...WHOLE }, { contract });
			expect(column(result, 'warehouseId')).toEqual([RENO, COLUMBUS, '5103']);
			for (const json of jsons(result)) expect(Object.keys(json)).toEqual(KEYS);
		});

		it('Get Many keeps to the limit', async () => {
			const result = await warehouses(stage, 'getAll', { limit: 2 }, { contract });
			expect(result.items).toHaveLength(2);
		});

		it('Get gives one by ID, and gives one that is not there its own error', async () => {
			const parameters = { warehouse: byId('={{ $json.id }}') };
			const alone = await warehouses(stage, 'get', parameters, { contract, items: [{ id: COLUMBUS }] });
			expect(jsons(alone)).toMatchObject([{ warehouseId: COLUMBUS, name: 'Columbus 3PL', active: true }]);
			expect(stage.calls(ONE[contract])).toBe(1);
			const items = [{ id: 9999 }, { id: RENO }, { id: COLUMBUS }];
			const several = await warehouses(stage, 'get', parameters, { contract, items, onError: 'continueErrorOutput' });
			expect(several.pairs).toEqual([[1], [2]]);
			expect(failures(several)).toEqual([
				{
					id: 9999,
					error: expect.stringMatching(/no warehouse with the ID 9999/),
					message: expect.any(String),
					failure: 'notFound',
				},
			]);
			const gone = await warehouses(stage, 'get', parameters, { contract, items: [{ id: 9999 }] });
			expect(gone.error?.message).toMatch(/no warehouse with the ID 9999/);
		});

		it("gives the service's own object with Output on Raw", async () => {
			const [json] = jsons(await warehouses(stage, 'get', { warehouse: byId(RENO), output: 'raw' }, { contract }));
			expect(json).toMatchObject(
				contract === 'live' ? { warehouseId: 5101, address: { zipCode: '89501', country: 'USA' } } : { id: 5101 },
			);
		});
	});

	describe('live contract', () => {
		it('Get gives address, returns and role in business words', async () => {
			const [json] = jsons(await warehouses(stage, 'get', { warehouse: byId(RENO), ...WHOLE }));
			const address = {
				street1: '100 Sample Way',
				street2: null,
				street3: null,
				city: 'Reno',
				state: 'NV',
				province: null,
				postalCode: '89501',
				country: 'US',
				type: 'COMMERCIAL',
			};
			expect(json).toMatchObject({
				type: 'DIRECT_FULFILLMENT',
				timeZone: 'America/Los_Angeles',
				address,
				returnsLocation: {
					name: 'Reno Returns',
					attention: 'Returns desk',
					address: { ...address, street2: 'Dock 3' },
				},
				domesticBackups: [COLUMBUS],
				stateAllocations: ['NV', 'CA', 'OR'],
			});
		});

		it('Get asks once for the list when several are wanted', async () => {
			await warehouses(
				stage,
				'get',
				{ warehouse: byId('={{ $json.id }}') },
				{ items: [{ id: RENO }, { id: COLUMBUS }, { id: RENO }] },
			);
			expect(stage.calls(ALL.live)).toBe(1);
			expect(stage.calls(ONE.live)).toBe(0);
		});

		describe('Create', () => {
			const parameters = {
				name: '={{ $json.name }}',
				additionalFields: { type: 'RETAIL_STORE', stateAllocations: 'ny, pa', domesticBackups: '5101,5102' },
			};

			it('creates each and gives its ID', async () => {
				const address = { value: { street1: '1 Quay', city: 'Hamburg', postalCode: '20457', country: 'Germany' } };
				const result = await warehouses(
					stage,
					'create',
					{ ...parameters, additionalFields: { ...parameters.additionalFields, address } },
					{ items: [{ name: 'Hamburg' }] },
				);
				expect(jsons(result)).toEqual([
					{ outcome: 'created', warehouseId: expect.stringMatching(/^\d+$/), name: 'Hamburg' },
				]);
				const [made] = jsons(
					await warehouses(stage, 'get', { warehouse: byId(String(jsons(result)[0]?.warehouseId)), ...WHOLE }),
				);
				expect(made).toMatchObject({
					name: 'Hamburg',
					type: 'RETAIL_STORE',
					stateAllocations: ['NY', 'PA'],
					domesticBackups: [RENO, COLUMBUS],
					address: { street1: '1 Quay', city: 'Hamburg', country: 'DE' },
				});
			});

			it('reports one of the same name instead of doubling it', async () => {
				const result = await warehouses(stage, 'create', parameters, { items: [{ name: 'columbus 3pl' }] });
				expect(jsons(result)).toEqual([{ outcome: 'existing', warehouseId: COLUMBUS, name: 'Columbus 3PL' }]);
				expect(stage.calls('PUT /v1/warehouses')).toBe(0);
			});

			it('creates none twice after a lost answer', async () => {
				stage.control.faults([{ kind: 'lostAnswer', method: 'PUT', path: '/v1/warehouses', times: 1 }]);
				const result = await warehouses(stage, 'create', parameters, { items: [{ name: 'Hamburg' }] });
				expect(jsons(result)).toMatchObject([{ outcome: 'created', warehouseId: expect.stringMatching(/^\d+$/) }]);
				expect(stage.calls('PUT /v1/warehouses')).toBe(1);
			});

			it('tells what was wrong, on its own item', async () => {
				const address = { value: { city: '={{ $json.city }}' } };
				const settings = {
					items: [
						{ name: 'A', city: 'Reno' },
						{ name: 'B', city: '' },
						{ name: 'b', city: '' },
						{ name: '', city: '' },
					],
					onError: 'continueErrorOutput' as const,
				};
				const result = await warehouses(stage, 'create', { ...parameters, additionalFields: { address } }, settings);
				expect(result.pairs).toEqual([[1]]);
				expect(failures(result).map(({ error }) => error)).toEqual([
					expect.stringMatching(/Street/),
					expect.stringMatching(/warehouse b twice/),
					expect.stringMatching(/Name/),
				]);
			});
		});

		describe('Update', () => {
			const parameters = (updateFields: IDataObject) => ({ warehouse: byId('={{ $json.id }}'), updateFields });

			it('changes what is given and keeps the rest', async () => {
				const updateFields = {
					name: 'Reno',
					active: false,
					address: { value: { street2: 'Gate 4' } },
					returnsLocation: { value: { phone: '555-0199' } },
				};
				const result = await warehouses(stage, 'update', parameters(updateFields), { items: [{ id: RENO }] });
				expect(jsons(result)).toEqual([{ outcome: 'updated', warehouseId: RENO, name: 'Reno' }]);
				const [now] = jsons(await warehouses(stage, 'get', { warehouse: byId(RENO), ...WHOLE }));
				expect(now).toMatchObject({
					name: 'Reno',
					active: false,
					contactEmail: 'reno@example.com',
					address: { street1: '100 Sample Way', street2: 'Gate 4', city: 'Reno' },
					returnsLocation: { name: 'Reno Returns', phone: '555-0199', address: { street2: 'Dock 3' } },
					stateAllocations: ['NV', 'CA', 'OR'],
				});
			});

			it('tells what was wrong, on its own item; the others go through', async () => {
				const items = [{ id: 9999 }, { id: COLUMBUS }, { id: COLUMBUS }];
				const result = await warehouses(stage, 'update', parameters({ fax: '555-0100' }), {
					items,
					onError: 'continueErrorOutput',
				});
				expect(result.pairs).toEqual([[1]]);
				expect(failures(result).map(({ error }) => error)).toEqual([
					expect.stringMatching(/9999/),
					expect.stringMatching(/warehouse 5102 twice/),
				]);
			});

			it('wants something to change', async () => {
				const result = await warehouses(stage, 'update', parameters({}), { items: [{ id: RENO }] });
				expect(result.error?.message).toMatch(/nothing to change/);
			});
		});

		it.each([
			['create', { name: 'Hamburg' }],
			['update', { warehouse: byId(RENO), updateFields: { fax: '1' } }],
		])('%s changes nothing with a read-only credential', async (operation, parameters) => {
			const credentials = credentialFor('live', stage.url, { readOnly: true });
			const result = await warehouses(stage, operation, parameters, { credentials });
			expect(result.error?.message).toMatch(/read-only/i);
		});
	});

	it.each([
		['create', { name: 'Hamburg' }],
		['update', { warehouse: byId(RENO), updateFields: { fax: '1' } }],
	])('guide contract: %s is not offered, even to an expression', async (operation, parameters) => {
		const result = await warehouses(stage, operation, parameters, { contract: 'guide' });
		expect(result.error?.message).toMatch(/not part of the contract/);
	});
});
