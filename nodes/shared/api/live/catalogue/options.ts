import type { OptionCatalogue } from '../../../domain/account/account';
import type { Endpoint } from '../../../http/endpoint';
import { row } from '../../../http/endpoint';
import { FIVE_PER_SECOND } from './rateLimits';

const list = (name: OptionCatalogue, path: string, evidence = 'SW'): Endpoint =>
	row(name, 'GET', path, 'retry', evidence, { rateLimit: FIVE_PER_SECOND });

/** The lists of choices (live-api section 6, Global). None is paged. */
export const OPTIONS = {
	addressTypes: list('addressTypes', '/v1/addresstypes'),
	amazonFulfillmentPolicies: list('amazonFulfillmentPolicies', '/v1/amazonfulfillmentmethodfulfillmentpolicies'),
	amazonFulfillmentServices: list('amazonFulfillmentServices', '/v1/amazonfulfillmentmethodservices'),
	customsContentTypes: list('customsContentTypes', '/v1/customscontenttypes'),
	customsDocumentTypes: list('customsDocumentTypes', '/v1/customsdocumenttypes'),
	deliveryConfirmations: list('deliveryConfirmations', '/v1/requestconfirmationoptions'),
	emailTemplates: list('emailTemplates', '/v1/emailTemplates'),
	fraudAnalysisTypes: list('fraudAnalysisTypes', '/v1/fraudanalysistypes'),
	incotermRules: list('incotermRules', '/v1/incotermshiprules', 'SW TAP'),
	insuranceProviderTypes: list('insuranceProviderTypes', '/v1/insuranceprovidertypes'),
	internationalNonDeliveryActions: list('internationalNonDeliveryActions', '/v1/internationalnondeliveryactions'),
	markShippedDates: list('markShippedDates', '/v1/markshippedshipdateoptions'),
	mcfFulfillmentSources: list('mcfFulfillmentSources', '/v1/mcfFulfillmentSources'),
	packingSlipTemplates: list('packingSlipTemplates', '/v1/packingSlipTemplates'),
	paymentTypes: list('paymentTypes', '/v1/paymenttypes', 'SW TAP ESB'),
	replaceAddressFields: list('replaceAddressFields', '/v1/replaceaddressfieldoptions'),
	shippingProviderTypes: list('shippingProviderTypes', '/v1/shippingProviderTypes'),
	shopifyDetailFields: list('shopifyDetailFields', '/v1/shopifyadditionaldetailfields'),
	splitByStock: list('splitByStock', '/v1/splitbyavailablestockoptions'),
	thirdPartyBilling: list('thirdPartyBilling', '/v1/billshippingtothirdpartyoptions'),
} as const satisfies Record<OptionCatalogue, Endpoint>;
