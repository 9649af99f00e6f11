import type { WithRaw } from '../../shared/api/ports/types';
import type { TakeUnreadable } from '../../shared/api/ports/unreadable';
import { type Directory, type Target, directoryOf } from '../../shared/domain/mapping/target';

/** A list of the account, and how many of its records cannot be read. */
export async function readList<T>(
	list: (unreadable: TakeUnreadable) => Promise<Array<WithRaw<T>>>,
): Promise<{ values: T[]; unreadable: number }> {
	let unreadable = 0;
	const rows = await list(() => (unreadable += 1));
	return { values: rows.map(({ value }) => value), unreadable };
}

/** The directory of a whole list of the account: one call, whatever the codes are. */
export async function listDirectory<T>(
	list: (unreadable: TakeUnreadable) => Promise<Array<WithRaw<T>>>,
	targetOf: (value: T) => Target,
): Promise<Directory> {
	const { values, unreadable } = await readList(list);
	return directoryOf(values.map(targetOf), { unreadable });
}
