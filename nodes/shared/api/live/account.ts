import { readCountry } from '../../domain/country';
import type { Company, OptionEntry, ThrottleLimit } from '../../domain/account';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, rowsOf, textOrNull } from '../answers';
import type { Sourced } from '../port';
import type { AccountPort } from '../ports/warehouses';
import { readPostalAddress } from './addressRead';
import { LIVE } from './catalogue';
import { OPTIONS } from './catalogue/options';

const wireCompany = z.looseObject({ companyId: id });
const wireLimit = z.looseObject({ throttleConfig: z.looseObject({}).nullish() });
const wireOption = z.looseObject({});

/** The account of the live API. */
export const liveAccount = (client: ApiClient): AccountPort => ({
	company: async () => toCompany(await client.call(LIVE.companyInfo)),
	throttleLimits: async () => rowsOf(await client.call(LIVE.throttleLimits), LIVE.throttleLimits.name).map(toLimit),
	options: async (catalogue) => {
		const endpoint = OPTIONS[catalogue];
		return rowsOf(await client.call(endpoint), endpoint.name).map((row) => toOption(row, endpoint.name));
	},
});

function toCompany(source: unknown): Sourced<Company> {
	const wire = readAs(wireCompany, source, LIVE.companyInfo.name);
	const value: Company = {
		companyId: String(wire.companyId),
		name: textOrNull(wire.name),
		status: textOrNull(wire.status),
		country: readCountry(wire.countryOfOperation),
		contactName: textOrNull(wire.contactName),
		contactEmail: textOrNull(wire.contactEmail),
		contactPhone: textOrNull(wire.contactPhone),
		address: readPostalAddress(wire.address),
		billingAddress: readPostalAddress(wire.billingAddress),
	};
	return { value, source };
}

function toLimit(source: unknown): Sourced<ThrottleLimit> {
	const wire = readAs(wireLimit, source, LIVE.throttleLimits.name);
	const value: ThrottleLimit = {
		method: textOrNull(wire.requestMethod),
		path: textOrNull(wire.requestPath),
		notes: textOrNull(wire.notes),
		maxRequests: numberOrNull(wire.throttleConfig?.quotaMaxRequest),
		restoreRate: numberOrNull(wire.throttleConfig?.quotaRestoreRate),
		maxRequestsPerHour: numberOrNull(wire.throttleConfig?.quotaMaxRequestHourly),
	};
	return { value, source };
}

/** The catalogues write the same three things under different names. */
function toOption(source: unknown, endpoint: string): Sourced<OptionEntry> {
	const wire = readAs(wireOption, source, endpoint);
	const first = (...names: string[]): string | null => names.map((name) => textOrNull(wire[name])).find((text) => text !== null) ?? null;
	return {
		value: {
			id: first('id', 'orderPaymentTypeId', 'incotermShippingRuleId', 'shippingProviderType'),
			code: first('code', 'channelFraudName', 'engineCarrierCode'),
			name: first('description', 'name', 'userFacingFraudName'),
		},
		source,
	};
}
