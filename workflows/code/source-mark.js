// What a closed row of the table of failures keeps of the ERP's words: a mark that tells whether they have changed.

const MARK = 'mark:';

/** 53 bits of a text (the hash cyrb53); n8n's Code step has no other. They tell nothing of names and addresses. */
function markOfSource(text) {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return MARK + (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

const isMark = (source) => String(source ?? '').startsWith(MARK);

/** Whether the ERP says the same as when the row was written. */
const isSameSource = (source, text) => source === (isMark(source) ? markOfSource(text) : text);

module.exports = { markOfSource, isMark, isSameSource };
