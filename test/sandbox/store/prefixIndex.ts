const RECENT_LIMIT = 500;

/**
 * Finds rows by the beginning of a text (order number, SKU) without reading all of them: a sorted list, plus a short list of
 * recent additions that is merged in when it gets long. Matching ignores case (assumed; the service documents only the
 * trailing wildcard).
 */
export class PrefixIndex<Row> {
	private sorted: Array<{ key: string; row: Row }> = [];
	private recent: Array<{ key: string; row: Row }> = [];

	add(text: string, row: Row): void {
		this.recent.push({ key: text.toLowerCase(), row });
	}

	remove(text: string, row: Row): void {
		const key = text.toLowerCase();
		const isOther = (entry: { key: string; row: Row }): boolean => entry.key !== key || entry.row !== row;
		this.sorted = this.sorted.filter(isOther);
		this.recent = this.recent.filter(isOther);
	}

	startingWith(prefix: string): Row[] {
		const key = prefix.toLowerCase();
		this.merge();
		const found: Row[] = [];
		for (let at = this.firstAtOrAfter(key); at < this.sorted.length && this.sorted[at]!.key.startsWith(key); at += 1)
			found.push(this.sorted[at]!.row);
		for (const entry of this.recent) if (entry.key.startsWith(key)) found.push(entry.row);
		return found;
	}

	private merge(): void {
		if (this.recent.length <= RECENT_LIMIT) return;
		this.sorted = this.sorted.concat(this.recent).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
		this.recent = [];
	}

	private firstAtOrAfter(key: string): number {
		let low = 0;
		let high = this.sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.sorted[middle]!.key < key) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
