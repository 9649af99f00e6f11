import { type Place, type Places, isBehind } from '../../domain/places';
import { fingerprintOf } from '../../domain/fingerprint';
import { InputError } from '../../domain/inputError';
import type { Fields } from '../read/params';

const CONTINUE_AT = 'Continue At';
const POSITION = /^list([1-9]\d*)-page([1-9]\d*)-row(\d+)-size(\d+)-([0-9a-z]+)$/;
const START: Place = { list: 1, page: 1, row: 0 };
const FROM_THE_START = `Clear “${CONTINUE_AT}” to read the list from the start.`;

/**
 * One portion of a list. A position is a text with a place (list, page, row), the size of the pages that it counts, and
 * a fingerprint of what is listed: places say nothing about another list.
 */
export class Portion implements Places {
	/** The size of the pages that positions count. */
	pageSize?: number;
	/** The place behind everything that came out. */
	reached: Place;
	private lists = 0;
	private readonly behind = new WeakMap<object, Place>();
	private last: Place;

	private constructor(
		private readonly from: Place,
		private readonly listed: string,
		private readonly size?: number,
	) {
		this.pageSize = size;
		this.reached = this.last = from;
	}

	/**
	 * @param filters everything that selects rows
	 * @returns undefined if the user does not read in portions
	 * @throws InputError for a text that is no position in this list
	 */
	static of(fields: Fields, account: unknown, filters: unknown): Portion | undefined {
		const options = fields.inside('options');
		if (options.raw('continueAt') === undefined) return undefined;
		const text = options.text('continueAt');
		const operation = ['authentication', 'resource', 'operation'].map((name) => fields.raw(name));
		const fingerprint = fingerprintOf([account, operation, filters]);
		if (text === undefined) return new Portion(START, fingerprint);
		const [, list, page, row, size, ofList] = POSITION.exec(text) ?? [];
		if (ofList === undefined)
			throw new InputError(
				CONTINUE_AT,
				`“${text.slice(0, 60)}” is not a position.`,
				`Use the field “position” of the last item of the portion before. ${FROM_THE_START}`,
			);
		if (ofList !== fingerprint)
			throw new InputError(
				CONTINUE_AT,
				'The position belongs to another list: its account, operation or filters were different.',
				'Keep all filters the same from portion to portion; a date filter must not move with the clock. ' +
					FROM_THE_START,
			);
		return new Portion({ list: Number(list), page: Number(page), row: Number(row) }, fingerprint, Number(size));
	}

	begin(pageSize: number): Place | undefined {
		const size = Number.isFinite(pageSize) ? pageSize : 0;
		if (this.size !== undefined && this.size !== size)
			throw new InputError(
				CONTINUE_AT,
				`The position counts pages of ${this.size} rows, but these pages have ${size}.`,
				`Set “Page Size” to ${this.size}, or remove it. ${FROM_THE_START}`,
			);
		this.pageSize = size;
		this.lists += 1;
		if (this.lists < this.from.list) return undefined;
		return this.lists === this.from.list ? this.from : { ...START, list: this.lists };
	}

	note(record: object, behind: Place): void {
		this.behind.set(record, behind);
		this.last = behind;
	}

	/** A record comes out. @returns the position behind it */
	pass(record: object): string {
		const behind = this.behind.get(record);
		if (!behind)
			throw new InputError(
				CONTINUE_AT,
				'This list cannot be read in portions, because each of its rows sums up rows of the service.',
				'Set “One Row For” to “Each SKU and Warehouse”, or remove this option.',
			);
		this.reached = behind;
		return this.position;
	}

	/** The list has ended, so records that could not be read are passed too. */
	end(): void {
		if (isBehind(this.last, this.reached)) this.reached = this.last;
	}

	/** Whether a record belongs to a later portion. */
	isLater(record: object): boolean {
		const behind = this.behind.get(record);
		return behind !== undefined && isBehind(behind, this.reached);
	}

	/** The position behind everything that came out. */
	get position(): string {
		const { list, page, row } = this.reached;
		return `list${list}-page${page}-row${row}-size${this.pageSize ?? 0}-${this.listed}`;
	}
}
