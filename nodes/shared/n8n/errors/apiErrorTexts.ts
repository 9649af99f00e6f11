import { ownValue } from '../../domain/ownValue';
import type { ApiError, ApiErrorFacts } from '../../http/errors/apiError';
import { SERVICE_CODES } from './remedies';

/** The user's names for unsupported features that are not operations of the menu. */
const UNSUPPORTED: Record<string, string> = {
	productTypes: 'Product Types Other Than Core',
	'productBy.listingSku': 'Find a Product by Listing SKU',
	'productBy.upc': 'Find a Product by UPC',
	'productBy.mpn': 'Find a Product by MPN',
};

/** The letters of a text, without articles, for comparison. */
const gist = (text: string): string =>
	text
		.toLowerCase()
		.replace(/\b(the|a|an)\b/g, '')
		.replace(/[^\p{L}\p{N}]/gu, '');

/** The reason for a refused row: the meaning of its code, and the service's own message if that says more. */
function ofRow({ code, serviceMessage }: ApiErrorFacts): string | undefined {
	const meaning = code === undefined ? undefined : ownValue(SERVICE_CODES, code)?.meaning;
	if (!meaning || !serviceMessage || gist(meaning) === gist(serviceMessage)) return meaning;
	return `${meaning} The service says: ${serviceMessage}`;
}

/** The text for an error that the client words differently; undefined for all others. */
function reworded(facts: ApiErrorFacts): string | undefined {
	switch (facts.kind) {
		case 'rowRefused':
			return ofRow(facts);
		case 'unsupported': {
			const what = facts.unsupported;
			if (what === undefined) return undefined;
			return (
				`“${ownValue(UNSUPPORTED, what) ?? what}” is not part of the contract that this credential uses (the ` +
				"developer guide's). Nothing was sent."
			);
		}
		case 'retryOnFail':
			return (
				'“Retry On Fail” is on. After a failure, n8n would run this node again with all its items and repeat the ' +
				'changes that already succeeded. Nothing was sent.'
			);
		default:
			return undefined;
	}
}

/** What happened, in the user's words. */
export function textOfApiError({ facts, message }: ApiError): string {
	// An error for an input that was not attempted quotes the error that stopped the run.
	const texts = facts.notAttempted ? undefined : reworded(facts);
	if (texts === undefined) return message;
	return facts.done ? `${facts.done}: ${texts}` : texts;
}
