// Amounts of money, in hundredths where they are added up.

const cents = (amount) => Math.round(amount * 100);

/** A discount of an order in shares, by the amounts of its lines. What rounding leaves over goes to the last line. */
function sharesOf(discount, amounts) {
	const total = amounts.reduce((sum, amount) => sum + amount, 0);
	const shares = amounts.map((amount) => (total === 0 ? 0 : Math.floor((cents(discount) * amount) / total)));
	const rest = cents(discount) - shares.reduce((sum, share) => sum + share, 0);
	return shares.map((share, at) => (at === shares.length - 1 ? share + rest : share) / 100);
}

module.exports = { cents, sharesOf };
