import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderManagerApi } from '../../../shared/api/ports';
import type { AccountPort } from '../../../shared/api/ports/warehouses';
import {
	type Company,
	OPTION_CATALOGUES,
	type OptionCatalogue,
	type OptionEntry,
	type ThrottleLimit,
} from '../../../shared/domain/account/account';
import { InputError } from '../../../shared/domain/inputError';
import { excerpt } from '../../../shared/domain/values/text';
import { limit, optionsWith, returnAll, simplify } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { batchOperation, listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { companyShape } from '../warehouseShapes';

const CATALOGUES = Object.entries(OPTION_CATALOGUES).map(([value, name]) => ({ name, value }));

const accountOf = (manager: OrderManagerApi, what: string): AccountPort => requireSupported(manager.account, what);

/** One call serves all items. */
const getCompany = batchOperation<null, Company>({
	shape: companyShape,
	reads: true,
	read: () => null,
	nameOf: () => 'Company',
	run: async (manager, inputs) => {
		const value = await accountOf(manager, 'Get Company').company();
		return inputs.map(({ index }) => ({ index, ok: true, value }));
	},
});

const getThrottleLimits = listOperation<object, ThrottleLimit>({
	read: () => ({}),
	list: async function* (manager, _filter, options) {
		yield await accountOf(manager, 'Get Throttle Limits').throttleLimits(options);
	},
});

const getOptions = listOperation<OptionCatalogue, OptionEntry>({
	read: (fields) => {
		const chosen = fields.raw('catalogue');
		if (typeof chosen === 'string' && Object.hasOwn(OPTION_CATALOGUES, chosen)) return chosen as OptionCatalogue;
		throw new InputError('Catalog', `“${excerpt(chosen)}” is not one of the catalogs.`, 'Choose one from the list.');
	},
	list: async function* (manager, catalogue, options) {
		yield await accountOf(manager, 'Get Options').options(catalogue, options);
	},
});

export const account: Resource = {
	name: 'Account',
	value: 'account',
	description: 'The company, its rate limits, and the choices that its fields offer',
	operations: [
		{
			name: 'Get Company',
			value: 'getCompany',
			action: 'Get company',
			description: 'Get the company that the credential belongs to',
			fields: [...outputFields(companyShape), optionsWith()],
			run: getCompany,
		},
		{
			name: 'Get Options',
			value: 'getOptions',
			action: 'Get catalog of options',
			description: 'Get a list of choices, for example payment types',
			fields: [
				{
					displayName: 'Catalog',
					name: 'catalogue',
					type: 'options',
					options: CATALOGUES,
					default: 'paymentTypes',
					description: 'The list of choices to read: IDs and codes for the fields of orders, products and shipments',
				},
				returnAll,
				limit,
				simplify,
				optionsWith(),
			],
			run: getOptions,
		},
		{
			name: 'Get Throttle Limits',
			value: 'getThrottleLimits',
			action: 'Get throttle limits',
			description: 'Get how often each call may be made',
			fields: [returnAll, limit, simplify, optionsWith()],
			run: getThrottleLimits,
		},
	],
};
