import { ownValue } from '../../domain/ownValue';
import type { ApiError, ApiErrorFacts } from '../../http/errors/apiError';
import { SERVICE_CODES } from './remedies';

/** What the user calls what an adapter does not support, where it is not an operation of the menu. */
const UNSUPPORTED: Record<string, string> = {
	productTypes: 'Product Types Other Than Core',
	'productBy.upc': 'Find a Product by UPC',
	'productBy.mpn': 'Find a Product by MPN',
};

/** The letters of a text, without the words that say nothing. */
const gist = (text: string): string =>
	text
		.toLowerCase()
		.replace(/\b(the|a|an)\b/g, '')
		.replace(/[^\p{L}\p{N}]/gu, '');

/** What a refused row is about: the meaning of its code, and the service's own words where they say more. */
function ofRow({ code, serviceMessage }: ApiErrorFacts): string | undefined {
	const meaning = code === undefined ? undefined : ownValue(SERVICE_CODES, code)?.meaning;
	if (!meaning || !serviceMessage || gist(meaning) === gist(serviceMessage)) return meaning;
	return `${meaning} The service says: ${serviceMessage}`;
}

/** What is said of an error in other words than those of the client; undefined for all others. */
function reworded(facts: ApiErrorFacts): string | undefined {
	switch (facts.kind) {
		case 'rowRefused':
			return ofRow(facts);
		case 'unsupported': {
			const what = facts.unsupported;
			if (what === undefined) return undefined;
			return (
				`“${ownValue(UNSUPPORTED, what) ?? what}” is not part of the contract that this credential speaks (the ` +
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
	// What was not attempted quotes the error that stopped the run.
	const texts = facts.notAttempted ? undefined : reworded(facts);
	if (texts === undefined) return message;
	return facts.done ? `${facts.done}: ${texts}` : texts;
}
