import { InputProblem, type ProblemFacts } from '../../../nodes/shared/domain/inputProblem';
import { partlyDone } from '../../../nodes/shared/api/common/partlyDone';
import { requireSupported } from '../../../nodes/shared/api/ports/requireSupported';
import { rowError } from '../../../nodes/shared/batch/confirm/rowErrors';
import { rerunRefused } from '../../../nodes/shared/http/errors/failures';
import { said } from '../../support/said';

describe('what a user reads of a fact that an adapter states', () => {
	it.each<[facts: ProblemFacts, message: string, remedy: string]>([
		[
			{ problem: 'required', field: 'salesChannelId', of: 'order' },
			'Sales Channel: A sales channel is required.',
			'Choose the channel that the order belongs to.',
		],
		[
			{ problem: 'required', field: 'brand', of: 'product' },
			'Brand: A new product needs it.',
			'Fill in Brand, or map it to a field of the incoming item.',
		],
		[
			{ problem: 'required', field: 'street1', of: 'address' },
			'Street: An address needs it.',
			'Fill in street, city, postal code and country.',
		],
		[
			{ problem: 'neededToFind', field: 'salesChannelId' },
			'Sales Channel: An order number alone does not identify an order.',
			'Choose the sales channel too, or give the order ID.',
		],
		[
			{ problem: 'neededInCountry', field: 'state' },
			'State: An address in the United States needs a state.',
			'Give the two-letter code, for example WA.',
		],
		[
			{ problem: 'incomplete', field: 'customs' },
			'Customs: A customs declaration is all or nothing.',
			'Give Customs Country, Customs Description, Customs Value and Harmonization Code, or none of them.',
		],
		[
			{ problem: 'tooLong', field: 'city', length: 61, longest: 60 },
			'City: The text has 61 characters, more than the 60 that Order Manager accepts.',
			'Shorten it.',
		],
		[
			{ problem: 'tooLarge', field: 'onHand', value: 7, largest: 5 },
			'On Hand: 7 is more than Order Manager accepts.',
			'Give at most 5.',
		],
		[
			{ problem: 'tooMany', field: 'customFields', count: 26, most: 25 },
			'Custom Fields: 26 custom fields are more than the 25 that an order can have.',
			'Leave some out.',
		],
		[
			{ problem: 'notAnId', field: 'warehouseId', value: 'Columbus' },
			'Warehouse: “Columbus” is not an Order Manager ID.',
			'Enter a whole number, or choose from the list.',
		],
		[
			{ problem: 'repeated', field: 'orderNumber', what: 'order number 7', first: 0 },
			'Order Number: This run has order number 7 twice: item 1 came first.',
			'Remove the repeated item. If every item is a line of an order, set “Each Input Item Is” to “An Order Line”.',
		],
		[
			{ problem: 'repeated', field: 'sku', what: 'SKU A', first: 2 },
			'SKU: This run has SKU A twice: item 3 came first.',
			'Remove the repeated item.',
		],
		[
			{ problem: 'currencyUnknown', field: 'tax' },
			'Tax: The currency of the order is not known.',
			'Leave the amount out.',
		],
		[
			{ problem: 'currencyUnknownOfOrder', field: 'unitPrice', orderNumber: 'A' },
			'Unit Price: The currency of order A is not known.',
			'Add the line in Order Manager.',
		],
		[
			{ problem: 'notShownYet', field: 'customFields' },
			'Custom Fields: The service does not show the product yet.',
			'Run “Create or Update” for it in a minute: nothing is created twice.',
		],
		[
			{ problem: 'noPlace', field: 'updateFields', names: ['gift', 'orderDate'] },
			"Update Fields: The guide's contract has no place for gift, orderDate.",
			'Choose a field of the address or the requested shipping.',
		],
		[
			{ problem: 'notChangeable', field: 'updateFields', names: ['orderDate'] },
			'Update Fields: The live API cannot change orderDate of an existing order.',
			'Choose other fields.',
		],
		[
			{ problem: 'unknown', field: 'labels', value: 'VIP' },
			'Labels: There is no label “VIP”.',
			'Choose one from the list, or create the label in Order Manager first.',
		],
		[
			{ problem: 'unknown', field: 'warehouseId', value: '9' },
			'Warehouse: There is no warehouse with the ID 9.',
			'Choose one from the list.',
		],
		[
			{ problem: 'unknown', field: 'customFields', value: 'Door', known: ['Floor', 'Gate'] },
			'Custom Fields: There is no custom field “Door”.',
			'The account has these: Floor, Gate.',
		],
		[
			{ problem: 'unknown', field: 'customFields', value: 'Door', known: [] },
			'Custom Fields: There is no custom field “Door”.',
			'The account has none: define it in Order Manager first.',
		],
		[
			{
				problem: 'unknownLine',
				field: 'orderItem',
				orderNumber: 'A',
				item: { sku: 'POT' },
				lines: [{ lineId: '1', sku: 'MUG' }],
			},
			'Order Item: Order A has no line with the SKU POT.',
			'Its lines are: MUG (1).',
		],
		[
			{ problem: 'unknownLine', field: 'orderItem', orderNumber: 'A', item: { itemId: '8' }, lines: [] },
			'Order Item: Order A has no order item 8.',
			'Its lines are: .',
		],
		[
			{ problem: 'ambiguous', field: 'labels', value: 'VIP' },
			'Labels: Several labels are called “VIP”.',
			'Give the ID of the label.',
		],
		[
			{ problem: 'ambiguous', field: 'customFields', value: 'Door' },
			'Custom Fields: Several custom fields are called “Door”.',
			'Give the ID of the field.',
		],
		[
			{ problem: 'ambiguousLine', field: 'orderItem', orderNumber: 'A', sku: 'MUG', count: 2 },
			'Order Item: Order A has 2 lines with the SKU MUG.',
			'Give the ID of the order item.',
		],
		[
			{ problem: 'ambiguousProduct', field: 'upc', value: '12', count: 2 },
			'UPC: 2 products have the UPC 12.',
			'Give the SKU or the product ID instead.',
		],
		[
			{
				problem: 'ambiguousOrder',
				field: 'orderNumber',
				value: 'A',
				count: 2,
				tellsApart: ['salesChannelId', 'orderId'],
			},
			'Order Number: 2 orders have the number A.',
			'Choose the sales channel, or give the order ID.',
		],
		[
			{ problem: 'ambiguousOrder', field: 'orderNumber', value: 'A', count: 2, tellsApart: ['orderId'] },
			'Order Number: 2 orders have the number A.',
			'Give the order ID instead.',
		],
		[
			{ problem: 'severalOrders', field: 'orderNumber', value: 'A', orderIds: ['1', '2'] },
			'Order Number: Several orders have the number A: ID 1, ID 2.',
			'Change the right one with Update, by its order ID.',
		],
	])('%o', (facts, message, remedy) => {
		expect(said(new InputProblem(facts))).toMatchObject({ message, remedy });
	});

	it('a later step that failed says what was done before', () => {
		const problem = new InputProblem({ problem: 'unknown', field: 'labels', value: 'VIP' });
		expect(said(partlyDone(problem, 'The order was updated')).message).toBe(
			'Labels: The order was updated: There is no label “VIP”.',
		);
	});

	it('a known code of the service has a meaning, beside what the service says', () => {
		const refused = rowError({ row: 0, code: 'ERR053', message: 'No' }, 'test');
		expect(said(refused).message).toBe('The product does not exist. The service says: No. Code: ERR053.');
		expect(said(partlyDone(refused, 'The order was updated')).message).toBe(
			'The order was updated: The product does not exist. The service says: No. Code: ERR053.',
		);
	});

	it.each(['Product does not exist', undefined])('which is said once where the service says %p', (message) => {
		const refused = rowError({ row: 0, code: 'ERR053', message }, 'test');
		expect(said(refused).message).toBe('The product does not exist. Code: ERR053.');
		expect(said(refused).remedy).toBe('Check the SKU, or create the product in Order Manager first.');
	});

	it('what a contract lacks', () => {
		const hold = (): unknown => requireSupported(undefined, 'Put on Hold');
		expect(hold).toThrow(expect.objectContaining({ kind: 'unsupported' }));
		const report = (what: string): string => {
			try {
				return String(requireSupported(undefined, what));
			} catch (error) {
				return said(error).message;
			}
		};
		expect(report('Put on Hold')).toBe(
			"“Put on Hold” is not part of the contract that this credential uses (the developer guide's). Nothing was sent.",
		);
		expect(report('productBy.upc')).toContain('“Find a Product by UPC” is not part');
		expect(report('productTypes')).toContain('“Product Types Other Than Core” is not part');
	});

	it('a run that would be repeated', () => {
		expect(said(rerunRefused()).message).toBe(
			'“Retry On Fail” is on. After a failure, n8n would run this node again with all its items and repeat the changes that already succeeded. Nothing was sent.',
		);
	});
});
