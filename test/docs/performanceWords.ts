/** How the page sums up a row in a sentence. */
export interface Headline {
	what: string;
	/** The contender in question, and the one that it is compared with. */
	compare: [string, string];
	against: string;
	figure: string;
}

const OURS_AND_HTTP: [string, string] = ['ours', 'http'];
const HTTP = "n8n's HTTP Request node";

/** The rows that a reader in a hurry wants. */
export const HEADLINES: Readonly<Record<string, Headline>> = {
	'read-wan': {
		what: 'Reading 10,000 orders from a distant service',
		compare: OURS_AND_HTTP,
		against: `with ${HTTP}`,
		figure: 'seconds',
	},
	'write-stock': {
		what: 'Setting the stock of 10,000 products',
		compare: OURS_AND_HTTP,
		against: `with ${HTTP}, all at once,`,
		figure: 'seconds',
	},
	'write-orders': {
		what: 'Creating 1,000 orders of three lines, none of them twice',
		compare: OURS_AND_HTTP,
		against: `with ${HTTP}, which does not look for orders that exist,`,
		figure: 'seconds',
	},
	'main-job': {
		what: "Creating an ERP's 830 orders with the workflow template",
		compare: ['ours', 'before'],
		against: 'before',
		figure: 'seconds',
	},
	memory: {
		what: 'Most memory of n8n while it reads 50,000 orders',
		compare: OURS_AND_HTTP,
		against: `with ${HTTP}`,
		figure: 'megabytes',
	},
};

/** Why a row misses a bar, as profiling shows it; the page has it only while the bar is missed. */
export const MISSES: Readonly<Record<string, string>> = {
	'read-wan':
		'No response tells how long the list is, so at most four calls are under way at once: with more, the end of a ' +
		'list would cost more than three needless calls. 10,000 orders are then 26 rounds of at least 106 ms, which is 0.24 of ' +
		"HTTP Request's time. The rest is n8n, which reads and decrypts the credential for each call, and the processor time of " +
		'10,000 orders, about a second, of which two thirds pass while calls are under way.',
};
