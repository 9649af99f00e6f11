import { GUIDE_CONTRACT } from '../../../nodes/shared/api/guide/contract';
import { LIVE_CONTRACT } from '../../../nodes/shared/api/live/contract';
import { InputError } from '../../../nodes/shared/domain/inputError';
import { LIFECYCLES, ORDER_STATUSES, lifecycleOf, statusesOf } from '../../../nodes/shared/domain/order/orderStatus';
import { loadLiveContract } from '../../sandbox/contract/spec';
import { loadGuideContract } from '../../sandbox/guide/contract';

const SUPPORTED = { live: LIVE_CONTRACT.orderStatuses, guide: GUIDE_CONTRACT.orderStatuses };
const CONTRACTS = { live: loadLiveContract(), guide: loadGuideContract() };

describe("the service's status in the words of a shop", () => {
	it.each([
		['UNRESOLVED', 'unresolved'],
		['SKU_UNPROCESSED', 'unresolved'],
		['AWAITING_PAYMENT', 'awaitingPayment'],
		['AWAITING_SHIPMENT', 'pending'],
		['AWAITING_3PL_EXPORT', 'pending'],
		['PENDING_FULFILLMENT', 'pending'],
		['ON_HOLD', 'onHold'],
		['SHIPPED', 'fulfilled'],
		['CANCELLED', 'cancelled'],
		['PROCESSED_OUTSIDE_OF_SKUBANA', 'external'],
		['pending', 'pending'],
		['fulfilled', 'fulfilled'],
		['cancelled', 'cancelled'],
	])('%s is %s', (status, lifecycle) => {
		expect(lifecycleOf(status)).toBe(lifecycle);
	});

	it('a status that no source names has no word: it is not guessed at', () => {
		expect(lifecycleOf('TELEPORTED')).toBeNull();
	});

	it.each(['live', 'guide'] as const)('knows every status of the %s contract', (contract) => {
		const unknown = (CONTRACTS[contract].enums['OrderStatus'] ?? []).filter((status) => !lifecycleOf(status));
		expect(unknown).toEqual([]);
	});

	it('has a word of every kind', () => {
		expect(new Set(ORDER_STATUSES.map(({ lifecycle }) => lifecycle))).toEqual(new Set(LIFECYCLES));
	});
});

describe('statuses to filter by', () => {
	it.each([
		[
			'a word of the shop is all that it means',
			'pending',
			'live',
			[
				'AWAITING_SHIPMENT',
				'AWAITING_MC_FULFILLMENT',
				'AWAITING_3PL_EXPORT',
				'AWAITING_DROPSHIP',
				'PENDING_FULFILLMENT',
			],
		],
		['a word of the shop is all that it means', 'unresolved', 'live', ['UNRESOLVED', 'SKU_UNPROCESSED']],
		['a word of the shop is all that it means', 'cancelled', 'live', ['CANCELLED']],
		['a status of the service is itself', 'UNRESOLVED', 'live', ['UNRESOLVED']],
		['a status of the service is itself', 'SHIPPED', 'live', ['SHIPPED']],
		['a status of the service is itself, in any case', 'awaiting_3pl_export', 'live', ['AWAITING_3PL_EXPORT']],
		['a status by its name', 'Awaiting 3PL Export', 'live', ['AWAITING_3PL_EXPORT']],
		['a word of the shop in any case', 'ONHOLD', 'live', ['ON_HOLD']],
		['the same word under the guide', 'pending', 'guide', ['pending']],
		["the live API's word under the guide", 'SHIPPED', 'guide', ['fulfilled']],
		["the guide's word under the live API", 'fulfilled', 'live', ['SHIPPED']],
		['what the guide does not have is nothing', 'onHold', 'guide', []],
	] as const)('%s: %s (%s)', (_rule, word, contract, statuses) => {
		expect(statusesOf(word, SUPPORTED[contract])).toEqual(statuses);
	});

	it.each(['live', 'guide'] as const)(
		'a word of neither kind is refused, with the words that there are (%s)',
		(contract) => {
			expect(() => statusesOf('shiped', SUPPORTED[contract])).toThrow(InputError);
			expect(() => statusesOf('shiped', SUPPORTED[contract])).toThrow(
				expect.objectContaining({ remedy: expect.stringContaining('awaitingPayment') }) as Error,
			);
		},
	);
});
