import { countryDirectory } from '../../../../nodes/shared/domain/mapping/countries';
import { statusDirectory } from '../../../../nodes/shared/domain/mapping/orderStatuses';
import { shippingDirectory } from '../../../../nodes/shared/domain/mapping/shippingServices';
import { stateDirectory } from '../../../../nodes/shared/domain/mapping/states';
import type { Directory } from '../../../../nodes/shared/domain/mapping/target';
import { fromOwnUnit, toOwnUnit, unitDirectory } from '../../../../nodes/shared/domain/mapping/units';
import { LIFECYCLES } from '../../../../nodes/shared/domain/order/orderStatus';
import type { CarrierEntry } from '../../../../nodes/shared/domain/shipping/carrier';
import { LIVE_CONTRACT } from '../../../../nodes/shared/api/live/contract';
import { GUIDE_CONTRACT } from '../../../../nodes/shared/api/guide/contract';

const ids = (directory: Directory, text: string): string[] => directory.find(text).map(({ target }) => target.id);
const values = (directory: Directory, text: string): string[] => directory.find(text).map(({ target }) => target.value);

describe('Order statuses', () => {
	const live = statusDirectory(LIVE_CONTRACT.orderStatuses);

	it.each(LIFECYCLES)('the stage %s is known under the live contract', (stage) => {
		expect(values(live, stage)).toEqual([stage]);
	});

	it.each([
		['On Hold', 'ON_HOLD'],
		['CANCELLED', 'CANCELLED'],
		['cancelled', 'cancelled'],
		['Canceled', 'cancelled'],
		['awaiting shipment', 'AWAITING_SHIPMENT'],
		['AWAITING_SHIPMENT', 'AWAITING_SHIPMENT'],
		['Awaiting  Payment', 'AWAITING_PAYMENT'],
	])('“%s” is %s', (text, value) => {
		expect(values(live, text)).toEqual([value]);
	});

	it('those that a contract does not take are unknown', () => {
		const guide = statusDirectory(GUIDE_CONTRACT.orderStatuses);
		expect(values(guide, 'Pending')).toEqual(['pending']);
		expect(values(guide, 'on hold')).toEqual([]);
	});

	it('words that differ from ERP to ERP are not guessed', () => {
		expect(['done', 'open', 'confirmed', 'complete'].flatMap((word) => values(live, word))).toEqual([]);
	});
});

describe('Shipping services', () => {
	const service = (id: string, carrier: string, name: string, code: string): CarrierEntry => ({
		kind: 'service',
		id,
		name,
		code,
		carrier,
		active: true,
		international: false,
	});
	const directory = shippingDirectory([
		service('1', 'UPS', 'UPS Ground', 'GROUND'),
		service('2', 'FEDEX', 'Ground', 'GROUND'),
		service('3', 'UPS', 'Next Day Air®', 'NDA'),
	]);

	it.each([
		['UPS Ground', ['1']],
		['ups-ground', ['1']],
		['FedEx Ground', ['2']],
		['FEDEX GROUND', ['2']],
		['UPS Next Day Air', ['3']],
		['Next Day Air', ['3']],
		['UPS NDA', ['3']],
		['UPS', []],
		['UPS Next Day', []],
	])('“%s” is %j', (text, expected) => {
		expect(ids(directory, text)).toEqual(expected);
	});

	it('services that differ only in a plus are two', () => {
		const twins = shippingDirectory([service('7', 'DHL', 'Express', 'EXP'), service('8', 'DHL', 'Express+', 'EXP+')]);
		expect(['DHL Express', 'DHL Express+', 'DHL EXP*'].map((text) => ids(twins, text))).toEqual([['7'], ['8'], []]);
	});

	it('a service that two carriers have is both', () => {
		expect(ids(directory, 'Ground')).toEqual(['1', '2']);
		expect(ids(directory, 'GROUND')).toEqual(['1', '2']);
	});

	it('near a carrier are its services, near other texts those that share words', () => {
		expect(directory.near('UPS', 3).map(({ id }) => id)).toEqual(['1', '3']);
		expect(directory.near('UPS Next Day Air Saver', 1).map(({ id }) => id)).toEqual(['3']);
		expect(directory.near('Pigeon', 3)).toEqual([]);
	});
});

describe('Countries and states', () => {
	it.each([
		['de', 'DE'],
		['Deu', 'DE'],
		['United States (US)', 'US'],
		['Atlantis', undefined],
	])('the country “%s” is %s', (text, code) => {
		expect(values(countryDirectory(), text)).toEqual(code === undefined ? [] : [code]);
	});

	it.each([
		['US', 'ny', 'NY'],
		['US', 'US-NY', 'NY'],
		['US', 'New  York', 'NY'],
		['US', 'District of Columbia', 'DC'],
		['CA', 'Québec', 'QC'],
		['AU', 'NT', 'NT'],
		['MX', 'Nuevo León', 'NLE'],
	])('in %s, “%s” is %s', (country, text, code) => {
		expect(values(stateDirectory(country), text)).toEqual([code]);
	});

	it('a state of another country is unknown', () => {
		expect(values(stateDirectory('US'), 'Ontario')).toEqual([]);
	});
});

describe('Units', () => {
	it.each([
		['KG', 'kg', 'oz'],
		['KGM', 'kg', 'oz'],
		['lbs.', 'lb', 'oz'],
		['Stück', 'pieces', 'pieces'],
		['EA', 'pieces', 'pieces'],
		['doz', 'dozen', 'pieces'],
		['inches', 'in', 'in'],
	])('“%s” is %s, in Extensiv %s', (text, id, own) => {
		expect([ids(unitDirectory(), text), values(unitDirectory(), text)]).toEqual([[id], [own]]);
	});

	it.each(['KG/M', 'kg/m', 'kg m', 'kg-m', 'kg.m', 'm/s', 'g/l', 'lb/in'])('“%s” is not one of its parts', (text) => {
		expect(ids(unitDirectory(), text)).toEqual([]);
	});

	it('words of several meanings are not guessed', () => {
		expect(['ton', 'st', 'gr', 'pallet', 'dzp'].flatMap((word) => ids(unitDirectory(), word))).toEqual([]);
	});

	it.each([
		[1, 'lb', 16],
		[453.59237, 'g', 16],
		[2.54, 'cm', 1],
		[3, 'dozen', 36],
		[0.1, 'ft', 1.2],
	])('%d %s are %d in Extensiv, and back', (quantity, unit, own) => {
		expect(toOwnUnit(quantity, unit)).toBe(own);
		expect(fromOwnUnit(own, unit)).toBe(quantity);
	});
});
