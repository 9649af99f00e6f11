import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { leaveOut } from '../../api/ports/unreadable';
import { type CarrierKind, carrierCode, carrierName, isCarrierCode } from '../../domain/shipping/carrier';
import { CARRIER_CODES } from '../../domain/shipping/carrierCodes';
import { type Choice, search } from './listSearch';

/** The carrier chosen in the same form, in the service's terms: services and package types belong to one carrier. */
function chosenCarrier(context: ILoadOptionsFunctions): string[] | undefined {
	const given = context.getCurrentNodeParameter('carrier');
	const chosen = typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
	const code = carrierCode(String(chosen ?? ''));
	return isCarrierCode(code) ? [code] : undefined;
}

const ofKind = async (
	context: ILoadOptionsFunctions,
	kind: CarrierKind,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> =>
	await search(
		context,
		filter,
		paginationToken,
		async ({ carriers }): Promise<Choice[]> =>
			((await carriers?.list(kind, chosenCarrier(context), { unreadable: leaveOut })) ?? []).map(({ value }) => ({
				id: value.id,
				name: value.name,
			})),
	);

/** The carriers of most orders, in the order in which users look for them. */
const COMMON = ['UPS', 'FEDEX', 'USPS', 'DHL', 'DHL_EXPRESS', 'DHL_ECOMMERCE'];

/** Common carriers come first, in this order; unreadable codes come last. */
function rankOf(code: string): number {
	const common = COMMON.indexOf(code);
	if (common >= 0) return common;
	return /^_|^[A-Z]*\d/.test(code) ? COMMON.length + 1 : COMMON.length;
}

/** The searchable lists of shipping, for the `listSearch` of a node. */
export const shippingSearch = {
	async searchOrders(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const load = async ({ orderSearch }: Parameters<Parameters<typeof search>[3]>[0]): Promise<Choice[]> =>
			(await orderSearch.find(filter?.trim() || undefined)).map(({ orderId, orderNumber, shipTo, status }) => ({
				id: orderId,
				name: [orderNumber, shipTo.name, status].filter(Boolean).join(' · '),
			}));
		return await search(this, filter, paginationToken, load, true);
	},
	/** The published list of codes: the service's own list only gives names, while its calls take codes. */
	async searchCarriers(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const typed = (filter ?? '').toLowerCase();
		const all = CARRIER_CODES.map((code) => ({ value: code, name: carrierName(code) }));
		const found = all.filter(
			({ value, name }) => name.toLowerCase().includes(typed) || value.toLowerCase().includes(typed),
		);
		return {
			results: found.sort(
				(one, other) => rankOf(one.value) - rankOf(other.value) || one.name.localeCompare(other.name),
			),
		};
	},
	async searchShippingServices(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await ofKind(this, 'service', filter, paginationToken);
	},
	async searchPackageTypes(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await ofKind(this, 'packageType', filter, paginationToken);
	},
	async searchShippingProviders(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await ofKind(this, 'provider', filter, paginationToken);
	},
};
