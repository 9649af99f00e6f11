import { readCountry } from '../../../domain/values/address/country';
import type { Company, OptionEntry, ThrottleLimit } from '../../../domain/account/account';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { number, readAs, recordId, rowsOf, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordsOf } from '../../common/records';
import { recordReader } from '../../common/unreadable';
import type { AccountPort } from '../../ports/warehouses';
import { readPostalAddress } from '../wire/addressRead';
import { LIVE } from '../catalogue';
import { OPTIONS } from '../catalogue/options';

const wireCompany = z.looseObject({ companyId: recordId });
const wireLimit = z.looseObject({
	throttleConfig: z
		.looseObject({ quotaMaxRequest: number, quotaRestoreRate: number, quotaMaxRequestHourly: number })
		.nullish(),
});
const wireOption = z.looseObject({});

/** The account of the live API. */
export const liveAccount = (client: ApiClient): AccountPort => ({
	company: async () => toCompany(await client.call(LIVE.companyInfo)),
	throttleLimits: async (options) => {
		const { name } = LIVE.throttleLimits;
		return recordsOf(rowsOf(await client.call(LIVE.throttleLimits), name), name, toLimit, options?.unreadable);
	},
	options: async (catalogue, options) => {
		const endpoint = OPTIONS[catalogue];
		return recordsOf(rowsOf(await client.call(endpoint), endpoint.name), endpoint.name, toOption, options?.unreadable);
	},
});

function toCompany(raw: unknown): WithRaw<Company> {
	const wire = readAs(wireCompany, raw, LIVE.companyInfo.name);
	const value: Company = {
		companyId: wire.companyId,
		name: textOrNull(wire.name),
		status: textOrNull(wire.status),
		country: readCountry(wire.countryOfOperation),
		contactName: textOrNull(wire.contactName),
		contactEmail: textOrNull(wire.contactEmail),
		contactPhone: textOrNull(wire.contactPhone),
		address: readPostalAddress(wire.address),
		billingAddress: readPostalAddress(wire.billingAddress),
	};
	return { value, raw };
}

const toLimit = recordReader({ what: 'Limit', name: 'requestPath' }, (raw, endpoint): WithRaw<ThrottleLimit> => {
	const wire = readAs(wireLimit, raw, endpoint);
	const value: ThrottleLimit = {
		method: textOrNull(wire.requestMethod),
		path: textOrNull(wire.requestPath),
		notes: textOrNull(wire.notes),
		maxRequests: wire.throttleConfig?.quotaMaxRequest ?? null,
		restoreRate: wire.throttleConfig?.quotaRestoreRate ?? null,
		maxRequestsPerHour: wire.throttleConfig?.quotaMaxRequestHourly ?? null,
	};
	return { value, raw };
});

/** Reads the three fields that the lists of choices have in common, each under its own name. */
const toOption = recordReader({ what: 'Entry', id: 'id', name: 'name' }, (raw, endpoint): WithRaw<OptionEntry> => {
	const wire = readAs(wireOption, raw, endpoint);
	const first = (...names: string[]): string | null =>
		names.map((name) => textOrNull(wire[name])).find((text) => text !== null) ?? null;
	return {
		value: {
			id: first('id', 'orderPaymentTypeId', 'incotermShippingRuleId', 'shippingProviderType'),
			code: first('code', 'channelFraudName', 'engineCarrierCode'),
			name: first('description', 'name', 'userFacingFraudName'),
		},
		raw,
	};
});
