import type { Handler, Handlers } from '../http/call';

/*
 * Option catalogues: short lists of ids and names. Where the contract has an enum of the same meaning its values are the
 * texts; elsewhere the texts, and the ids everywhere, are invented.
 */

type Naming = (text: string, id: number) => unknown;

const described: Naming = (description, id) => ({ id, description });
const coded: Naming = (text, id) => ({ id, code: text, description: text });

const fromEnum =
	(name: string, naming: Naming = described): Handler =>
	({ service }) =>
		(service.live.enums[name] ?? []).map((text, at) => naming(text, at + 1));

const fromTexts =
	(texts: string[], naming: Naming = described): Handler =>
	() =>
		texts.map((text, at) => naming(text, at + 1));

const NO_TEMPLATES: Handler = () => [];

export const optionHandlers: Handlers = {
	'global.paymentTypes': fromTexts(['Cash', 'Check', 'Credit Card', 'PayPal', 'Other'], (name, id) => ({
		orderPaymentTypeId: id,
		name,
	})),
	'global.incotermShippingRules': fromEnum('IncotermShippingRule', (code, id) => ({
		incotermShippingRuleId: id,
		code,
		description: code,
	})),
	'global.addressTypes': fromEnum('AddressType'),
	'global.insuranceProviderTypes': fromEnum('InsuranceProvider'),
	'global.thirdPartyBillingOptions': fromEnum('CustomShipBillingOption'),
	'global.customsContentTypes': fromEnum('CustomsDeclarationType'),
	'global.customsDocumentTypes': fromEnum('CustomsDocument'),
	'global.internationalNonDeliveryActions': fromEnum('InternationalNonDeliveryAction', coded),
	'global.deliveryConfirmationOptions': fromEnum('DeliveryConfirmation', (name, id) => ({ id, name })),
	'global.fraudAnalysisTypes': fromEnum('FraudAnalysisRead', (name, id) => ({
		id,
		channelFraudName: name,
		userFacingFraudName: name,
	})),
	'global.shippingProviderTypes': fromEnum('ShippingProviderTypeCode', (name) => ({
		engineCarrierCode: null,
		imageUrl: null,
		name,
		shippingProviderType: name,
	})),
	'global.markShippedDateOptions': fromTexts(['Ship date', 'Date of marking']),
	'global.replaceAddressFieldOptions': fromTexts(['Never', 'Always']),
	'global.splitByAvailableStockOptions': fromTexts(['Do not split', 'Split by warehouse']),
	'global.shopifyAdditionalFields': fromTexts(['Tags', 'Note attributes']),
	'global.amazonFulfillmentPolicies': fromTexts(['FillOrKill', 'FillAll', 'FillAllAvailable'], coded),
	'global.amazonFulfillmentServices': fromTexts(['Standard', 'Expedited', 'Priority'], coded),
	'global.mcfFulfillmentSources': ({ store }) =>
		store.warehouses.rows
			.filter((warehouse) => warehouse.type === 'SALES_CHANNEL')
			.map(({ warehouseId, name }) => ({ id: warehouseId, name })),
	'global.emailTemplates': NO_TEMPLATES,
	'global.packingSlipTemplates': NO_TEMPLATES,
};
