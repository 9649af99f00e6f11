import type { InputProblem, ProblemFacts } from '../../domain/inputProblem';
import { labelOf } from './fieldLabels';

type Words = readonly [problem: string, remedy: string];
type Facts<Kind extends ProblemFacts['problem']> = Extract<ProblemFacts, { problem: Kind }>;

/** The texts for a missing value, by what the input describes. */
const REQUIRED: Record<Facts<'required'>['of'], (label: string) => Words> = {
	order: () => ['A sales channel is required.', 'Choose the channel that the order belongs to.'],
	product: (label) => ['A new product needs it.', `Fill in ${label}, or map it to a field of the incoming item.`],
	address: () => ['An address needs it.', 'Fill in street, city, postal code and country.'],
};

function unknown(facts: Facts<'unknown'>): Words {
	switch (facts.field) {
		case 'labels':
			return [
				`There is no label “${facts.value}”.`,
				'Choose one from the list, or create the label in Order Manager first.',
			];
		case 'customFields': {
			const names = facts.known.join(', ');
			return [
				`There is no custom field “${facts.value}”.`,
				names ? `The account has these: ${names}.` : 'The account has none: define it in Order Manager first.',
			];
		}
		case 'warehouseId':
			return [`There is no warehouse with the ID ${facts.value}.`, 'Choose one from the list.'];
	}
}

const AMBIGUOUS: Record<Facts<'ambiguous'>['field'], [things: string, thing: string]> = {
	labels: ['labels', 'label'],
	customFields: ['custom fields', 'field'],
};

function unknownLine({ orderNumber, item, lines }: Facts<'unknownLine'>): Words {
	const what = 'itemId' in item ? `order item ${item.itemId}` : `line with the SKU ${item.sku}`;
	return [
		`Order ${orderNumber} has no ${what}.`,
		`Its lines are: ${lines.map(({ lineId, sku }) => `${sku} (${lineId})`).join(', ')}.`,
	];
}

const byLine = (field: Facts<'repeated'>['field']): string =>
	field === 'orderNumber' ? ' If every item is a line of an order, set “Each Input Item Is” to “An Order Line”.' : '';

const WORDS: { [Kind in ProblemFacts['problem']]: (facts: Facts<Kind>, label: string) => Words } = {
	required: ({ of }, label) => REQUIRED[of](label),
	neededToFind: () => [
		'An order number alone does not identify an order.',
		'Choose the sales channel too, or give the order ID.',
	],
	neededInCountry: () => [
		'An address in the United States needs a state.',
		'Give the two-letter code, for example WA.',
	],
	incomplete: () => [
		'A customs declaration is all or nothing.',
		'Give Customs Country, Customs Description, Customs Value and Harmonization Code, or none of them.',
	],
	tooLong: ({ length, longest }) => [
		`The text has ${length} characters, more than the ${longest} that Order Manager accepts.`,
		'Shorten it.',
	],
	tooLarge: ({ value, largest }) => [`${value} is more than Order Manager accepts.`, `Give at most ${largest}.`],
	tooMany: ({ count, most }) => [
		`${count} custom fields are more than the ${most} that an order can have.`,
		'Leave some out.',
	],
	notAnId: ({ value }) => [`“${value}” is not an Order Manager ID.`, 'Enter a whole number, or choose from the list.'],
	repeated: ({ field, what, first }) => [
		`This run has ${what} twice: item ${first + 1} came first.`,
		`Remove the repeated item.${byLine(field)}`,
	],
	currencyUnknown: () => ['The currency of the order is not known.', 'Leave the amount out.'],
	currencyUnknownOfOrder: ({ orderNumber }) => [
		`The currency of order ${orderNumber} is not known.`,
		'Add the line in Order Manager.',
	],
	notShownYet: () => [
		'The service does not show the product yet.',
		'Run “Create or Update” for it in a minute: nothing is created twice.',
	],
	noPlace: ({ names }) => [
		`The guide's contract has no place for ${names.join(', ')}.`,
		'Choose a field of the address or the requested shipping.',
	],
	notChangeable: ({ names }) => [
		`The live API cannot change ${names.join(', ')} of an existing order.`,
		'Choose other fields.',
	],
	unknown,
	unknownLine,
	ambiguous: ({ field, value }) => {
		const [things, thing] = AMBIGUOUS[field];
		return [`Several ${things} are called “${value}”.`, `Give the ID of the ${thing}.`];
	},
	ambiguousLine: ({ orderNumber, sku, count }) => [
		`Order ${orderNumber} has ${count} lines with the SKU ${sku}.`,
		'Give the ID of the order item.',
	],
	ambiguousProduct: ({ value, count }, label) => [
		`${count} products have the ${label} ${value}.`,
		'Give the SKU or the product ID instead.',
	],
	ambiguousOrder: ({ value, count, tellsApart }) => [
		`${count} orders have the number ${value}.`,
		tellsApart.includes('salesChannelId')
			? 'Choose the sales channel, or give the order ID.'
			: 'Give the order ID instead.',
	],
	severalOrders: ({ value, orderIds }) => [
		`Several orders have the number ${value}: ${orderIds.map((id) => `ID ${id}`).join(', ')}.`,
		'Change the right one with Update, by its order ID.',
	],
};

/** A problem with an input in the user's words. */
export function textOfInputProblem({ facts, done }: InputProblem): { field: string; problem: string; remedy: string } {
	const field = labelOf(facts.field);
	const texts = WORDS[facts.problem] as (facts: ProblemFacts, label: string) => Words;
	const [problem, remedy] = texts(facts, field);
	return { field, problem: done ? `${done}: ${problem}` : problem, remedy };
}
