import { pathId, type Call, type Handlers } from '../http/call';
import { notFound } from '../http/problem';
import { money } from '../model/common';

/** A few carriers with two services and packages each; the ids are invented. The real list has over 400 codes. */
const CARRIERS = [
	{ id: 1, name: 'UPS', code: 'UPS' },
	{ id: 2, name: 'FedEx', code: 'FEDEX' },
	{ id: 3, name: 'USPS', code: 'USPS' },
	{ id: 4, name: 'DHL', code: 'DHL' },
];

const SERVICES = CARRIERS.flatMap(({ id, name, code }, at) =>
	[
		{ serviceName: `${name} Ground`, serviceCode: 'GROUND', international: false },
		{ serviceName: `${name} International`, serviceCode: 'INTERNATIONAL', international: true },
	].map((service, which) => ({
		...service,
		carrierId: id,
		abbreviation: service.serviceCode.slice(0, 3),
		active: true,
		dimensionsRequired: false,
		halfPageLabel: false,
		serviceId: String(31 + at * 10 + which),
		shippingCarrier: code,
		shippingServiceId: 31 + at * 10 + which,
		weightRequired: true,
	})),
);

const PACKAGES = CARRIERS.flatMap(({ id, code }, at) =>
	['MY_PACKAGING', 'LETTER'].map((packageCode, which) => ({
		carrierId: id,
		abbreviation: packageCode.slice(0, 3),
		active: true,
		description: packageCode === 'LETTER' ? 'Letter' : 'My packaging',
		domestic: true,
		international: true,
		packageCode,
		packageName: packageCode === 'LETTER' ? 'Letter' : 'My packaging',
		packageTypeId: 4 + at * 10 + which,
		shippingCarrier: code,
		weightRequired: true,
	})),
);

type OfCarrier = { carrierId: number; shippingCarrier: string };

/** Rows without the sandbox's own link to the carrier. */
function shown<Row extends OfCarrier>(rows: readonly Row[]): Array<Omit<Row, 'carrierId'>> {
	return rows.map(({ carrierId, ...row }) => {
		void carrierId;
		return row;
	});
}

const PROVIDERS = CARRIERS.slice(0, 2).map(({ name, code }, at) => ({
	active: true,
	name: `${name} account`,
	packageTypes: shown(PACKAGES.filter((row) => row.shippingCarrier === code)),
	postageBalance: money(0),
	shippingProviderId: 88 + at,
	shippingServices: shown(SERVICES.filter((row) => row.shippingCarrier === code)),
	subType: 'NO_SUBTYPE',
	type: code,
}));

function named<Row extends OfCarrier>(call: Call, rows: readonly Row[]): unknown {
	const codes = call.query.texts('carrierCode');
	const ids = call.query.numbers('carrierId');
	return shown(
		rows.filter(
			(row) =>
				(codes.length === 0 && ids.length === 0) || codes.includes(row.shippingCarrier) || ids.includes(row.carrierId),
		),
	);
}

function ofCarrier<Row extends OfCarrier>(call: Call, rows: readonly Row[]): unknown {
	const id = pathId(call, 'carrierId');
	if (!CARRIERS.some((carrier) => carrier.id === id)) throw notFound('Carrier', id);
	return shown(rows.filter((row) => row.carrierId === id));
}

export const shippingCatalogHandlers: Handlers = {
	'shipping.carriers': () => CARRIERS.map(({ id, name }) => ({ shippingCarrierId: id, name })),
	'shipping.services.list': (call) => named(call, SERVICES),
	'shipping.services.byCarrier': (call) => ofCarrier(call, SERVICES),
	'shipping.packages.list': (call) => named(call, PACKAGES),
	'shipping.packages.byCarrier': (call) => ofCarrier(call, PACKAGES),
	'shipping.billingTypes': (call) => {
		ofCarrier(call, SERVICES);
		return [
			{ shipBillingId: 1, description: 'Sender' },
			{ shipBillingId: 2, description: 'Recipient' },
		];
	},
	'shipping.providers.list': () => PROVIDERS,
	'shipping.providers.get': (call) => {
		const id = pathId(call, 'providerId');
		const provider = PROVIDERS.find((row) => row.shippingProviderId === id);
		if (!provider) throw notFound('Shipping provider', id);
		return provider;
	},
};
