/** A short text that differs, as good as always, for another `text`, and does not reveal it. */
export function markOfSource(text: string): string;

/** Whether a row keeps only a mark of what the ERP gave. */
export function isMark(source: unknown): boolean;

/** Whether `text` is what a row keeps as `source`, in full or as a mark. */
export function isSameSource(source: unknown, text: string): boolean;
