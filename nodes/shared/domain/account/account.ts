import type { PostalAddress } from './warehouse';

/** The company of the credential. */
export interface Company {
	companyId: string;
	name: string | null;
	status: string | null;
	/** ISO 3166-1 alpha-2. */
	country: string | null;
	contactName: string | null;
	contactEmail: string | null;
	contactPhone: string | null;
	address: PostalAddress | null;
	billingAddress: PostalAddress | null;
}

/** How often one endpoint may be called. The unit of the restore rate is not established (live-api section 3). */
export interface ThrottleLimit {
	method: string | null;
	path: string | null;
	notes: string | null;
	maxRequests: number | null;
	restoreRate: number | null;
	maxRequestsPerHour: number | null;
}

/** One entry of a catalogue of choices. */
export interface OptionEntry {
	id: string | null;
	code: string | null;
	name: string | null;
}

/** The catalogues of choices of the live API (live-api section 6, Global), with their labels. */
export const OPTION_CATALOGUES = {
	addressTypes: 'Address Types',
	amazonFulfillmentPolicies: 'Amazon Fulfillment Policies',
	amazonFulfillmentServices: 'Amazon Fulfillment Services',
	customsContentTypes: 'Customs Content Types',
	customsDocumentTypes: 'Customs Document Types',
	deliveryConfirmations: 'Delivery Confirmations',
	emailTemplates: 'Email Templates',
	fraudAnalysisTypes: 'Fraud Analysis Types',
	incotermRules: 'Incoterm Rules',
	insuranceProviderTypes: 'Insurance Provider Types',
	internationalNonDeliveryActions: 'International Non-Delivery Actions',
	markShippedDates: 'Mark-Shipped Ship Dates',
	mcfFulfillmentSources: 'Multi-Channel Fulfillment Sources',
	packingSlipTemplates: 'Packing Slip Templates',
	paymentTypes: 'Payment Types',
	replaceAddressFields: 'Replace Address Field Options',
	shippingProviderTypes: 'Shipping Provider Types',
	shopifyDetailFields: 'Shopify Additional Detail Fields',
	splitByStock: 'Split by Available Stock',
	thirdPartyBilling: 'Third-Party Shipping Bills',
} as const;
export type OptionCatalogue = keyof typeof OPTION_CATALOGUES;
