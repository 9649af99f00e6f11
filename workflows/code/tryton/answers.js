// The code of the steps that translate between Tryton and the items of the templates. Tryton's JSON-RPC answers with a
// `result` or with an `error` that has its words.

/** What Tryton says against a call; undefined if it did as asked. */
function objectionOf({ error } = {}) {
	if (!error) return undefined;
	const [kind, about] = [error].flat();
	if (kind === 'UserError') return about.slice(0, 2).filter(Boolean).join(' ');
	if (kind === 'UserWarning')
		return `Tryton asks a person: ${about[1]} Answer it by doing this step in Tryton once by hand.`;
	if (kind === 'ConcurrencyException')
		return 'Somebody changed the record in Tryton at the same moment. The next run tries again.';
	return String(kind);
}

/** The result of a call. Throws with Tryton's words. */
function resultOf(response) {
	const objection = objectionOf(response);
	if (objection !== undefined) throw new Error(`Tryton: ${objection}`);
	if (response?.result === undefined)
		throw new Error('This is no answer of Tryton. Check trytonUrl and database in Settings.');
	return response.result;
}

/** A number or day as Tryton writes it, as text. */
function plain(value) {
	if (value?.__class__ === 'Decimal') return value.decimal;
	if (value?.__class__ === 'date')
		return [value.year, String(value.month).padStart(2, '0'), String(value.day).padStart(2, '0')].join('-');
	return value ?? undefined;
}

module.exports = { objectionOf, resultOf, plain };
