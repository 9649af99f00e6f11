import Big from 'big.js';
import { z } from 'zod/v4';
import type { ContractName } from '../demo/contracts';
import type { Erp } from '../demo/erp';
import type { Sandbox } from '../sandbox';

/** A line of an order in a form that can be compared. */
interface Line {
	sku: string;
	quantity: number;
	unitPrice: string;
	/** Amount taken off the line; the guide's contract has no field for it. */
	discount?: string;
}

const money = z.object({ amount: z.number() }).transform(({ amount }) => new Big(amount).toFixed(2));
const booked = z.object({
	orderItems: z.array(
		z.object({ listingSku: z.string(), quantityOrdered: z.number(), unitPrice: money, discount: money }),
	),
});

const inOrder = (lines: Line[]): Line[] => lines.sort((a, b) => a.sku.localeCompare(b.sku));

/** The lines of an order as the ERP's files have them, the discount worked out without binary rounding. */
export const erpLines = (erp: Erp, number: string, contract: ContractName): Line[] =>
	inOrder(
		erp.lines
			.filter((line) => line.orderID === number)
			.map(({ productID, quantity, unitPrice, discount }) => ({
				sku: productID,
				quantity: Number(quantity),
				unitPrice: new Big(unitPrice).toFixed(2),
				...(contract === 'live' && {
					discount: new Big(unitPrice).times(quantity).times(discount).toFixed(2, Big.roundHalfUp),
				}),
			})),
	);

/** The lines of the one order with this number as the sandbox has them. */
export const bookedLines = (sandbox: Sandbox, number: string, contract: ContractName): Line[] => {
	const orders = z.tuple([booked]).parse(sandbox.control.orders({ number }));
	return inOrder(
		orders[0].orderItems.map(({ listingSku, quantityOrdered, unitPrice, discount }) => ({
			sku: listingSku,
			quantity: quantityOrdered,
			unitPrice,
			...(contract === 'live' && { discount }),
		})),
	);
};
