// Responses of interfaces over HTTP, as n8n gives them with "Include Response Headers and Status".

/** What an interface says against a call; undefined if it did as asked. */
const objectionOf = ({ statusCode, body }, wordsOf) =>
	statusCode >= 200 && statusCode < 300
		? undefined
		: (wordsOf(body ?? {}) ?? `it answered with the status ${statusCode}.`);

/** All records of all pages of a list. */
const recordsOf = (pages, field) =>
	pages.flatMap(({ body }) => {
		const records = field === undefined ? body : body?.[field];
		if (!Array.isArray(records)) throw new Error('This is no list of records. Check the address in Settings.');
		return records;
	});

module.exports = { objectionOf, recordsOf };
