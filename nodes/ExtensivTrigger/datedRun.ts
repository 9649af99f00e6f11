import type { Changed, ChangeFeed } from '../shared/api/ports/changes';
import type { Emission } from './emission';
import type { AnyDatedEvent } from './events/dated';
import type { DatedTold } from './forgetDated';
import { Guard } from './guard';
import { type Births, type Judging, judge, remember } from './judge';
import { Memory } from './memory';
import { CLOCK_SKEW } from './pollClock';
import { type PartResult, type PollRun, fingerprint } from './run';
import { type DatedPart, type Resumed, resume, startPoint } from './state';
import { DAY, HOUR, type Seconds, type Span, isoSpan, secondsOf } from './time';
import { noticesOf } from './unreadable';
import { type Walked, walk } from './walk';
import { WholeReader } from './wholeRead';

/** Records of which one value is remembered; the latest. */
const REMEMBERED = 20_000;
/** A guard is kept a little longer than spans overlap, for services that round. */
const MARGIN: Seconds = 5;
/** How often records that may be entered long after their time are looked for. */
const DEEP_EVERY: Seconds = HOUR;
/** So much may this machine's clock be ahead when an event begins at a service that tells no time. */
const UNCONFIRMED_BEGIN: Seconds = 2 * HOUR;
/** Where a service tells no time, its newest record does; when that is so old, this machine's clock less as much. */
const UNCONFIRMED_LAG: Seconds = DAY;
/** Spans share at least this much, because a service may leave their ends out. */
const LEAST_OVERLAP: Seconds = 2;

export interface DatedResult extends PartResult {
	/** For the event of changes that come after these births. */
	births: Births;
}

/** Polls one event whose records have dates. */
export async function runDated(
	run: PollRun,
	event: AnyDatedEvent,
	feed: ChangeFeed<unknown>,
	births?: Births,
): Promise<DatedResult> {
	return await new DatedRun(run, event, feed, births).poll();
}

class DatedRun {
	private readonly started: Seconds;
	private readonly overlap: Seconds;
	private readonly backdated: Seconds;
	private readonly matter: string;
	private readonly reader: WholeReader<unknown>;
	/** Where it stood before this poll; undefined where it had not begun. */
	private stood?: Pick<DatedPart, 'cursor' | 'seen'>;

	constructor(
		private readonly run: PollRun,
		private readonly event: AnyDatedEvent,
		private readonly feed: ChangeFeed<unknown>,
		private readonly births?: Births,
	) {
		const { settings } = run;
		this.started = run.started;
		this.overlap = Math.max(settings.overlap, LEAST_OVERLAP);
		this.backdated = (feed.backdatedDays ?? 0) * DAY;
		this.matter = fingerprint(settings, event.filters, event.kind.is === 'transition');
		this.reader = new WholeReader(feed, {
			narrowing: settings.filters,
			clock: run.clock,
			late: settings.settle + this.overlap,
		});
	}

	async poll(): Promise<DatedResult> {
		const { found, settings, time } = this.run;
		const resumed = resume(found, this.event.name, this.event.label, settings, time);
		const result = await this.pollFrom(resumed);
		const isDoubtful = 'part' in resumed && resumed.isDoubtful;
		return {
			...result,
			notices: [...(resumed.notice ? [resumed.notice] : []), ...result.notices],
			...(isDoubtful && { isDoubtful }),
		};
	}

	private async pollFrom(resumed: Resumed): Promise<DatedResult> {
		if ('part' in resumed) return await this.goOn(this.unlessChanged(resumed.part));
		return resumed.startAt === 'now' ? await this.begin() : await this.goOn(this.partAt(resumed.startAt));
	}

	private partAt(start: Seconds): DatedPart {
		return { since: start, cursor: start, settings: this.matter, seen: {} };
	}

	/**
	 * When a setting that matters was changed, the event begins again from where the user says, unless that would leave
	 * something out.
	 */
	private unlessChanged(part: DatedPart): DatedPart {
		if (part.settings === this.matter || part.settings === '') return part;
		const start = startPoint(this.run.settings.start, this.started);
		const [contract] = this.matter.split(' ');
		const kept = part.settings.split(' ')[0] === contract ? part : { ...part, seen: {}, memory: undefined };
		return start === 'now' || start >= part.cursor ? kept : { ...kept, since: start, cursor: start, width: undefined };
	}

	/** What is there when the trigger begins is not news: it is remembered as seen. */
	private async begin(): Promise<DatedResult> {
		const result = await this.firstLook(CLOCK_SKEW);
		return this.run.clock.time.confirmed ? result : await this.firstLook(UNCONFIRMED_BEGIN);
	}

	/** @param skew how far this machine's clock may be from the service's, either way */
	private async firstLook(skew: Seconds): Promise<DatedResult> {
		const { settings, time } = this.run;
		const since = this.started - Math.max(this.overlap + settings.settle, skew, this.backdated);
		const span = { from: since, to: time.latest + skew };
		const judging = this.judging(new Guard(), new Memory());
		for (const row of (await this.walk(span, undefined, span.from, settings.bound * 10)).rows)
			remember(judging, row, secondsOf(row.at) ?? span.to);
		const cursor = Math.max(since, Math.min(this.started - settings.settle, this.shown(since)));
		return this.result({ ...this.partAt(since), cursor, deepAt: this.started }, judging, []);
	}

	private async goOn(part: DatedPart): Promise<DatedResult> {
		if (this.run.found.parts[this.event.name] !== undefined) this.stood = part;
		const judging = this.judging(new Guard(part.seen, part.cursor + DAY), new Memory(part.memory ?? ''));
		const { emissions: late, ...deep } = await this.lookBack(part, judging);
		// A clock that is behind does not undo what was reached before.
		const to = Math.max(
			Math.min(this.started - this.run.settings.settle, this.births?.to ?? Infinity),
			part.cursor,
			part.again ?? 0,
		);
		const from = Math.max(part.since, part.cursor - this.overlap);
		if (to <= from) return this.result({ ...part, ...deep }, judging, late);
		const read = await this.walk(
			{ from, to },
			part.width ?? undefined,
			Math.min(Math.max(part.cursor, part.again ?? 0), to),
		);
		const { emissions, held } = judgeAll(judging, read.rows, part.since, to);
		const cursor = Math.max(part.cursor, Math.min(read.reached, held, this.shown(await this.newestSeen(read, to))));
		return this.result({ ...part, ...deep, cursor, width: read.width }, judging, [...late, ...emissions], read.reached);
	}

	/**
	 * So far has the service shown that it has come: the position never passes it, whatever this machine's clock says.
	 * @param newest time of the newest record seen, which stands in where the service tells no time
	 */
	private shown(newest: Seconds): Seconds {
		const { clock, settings } = this.run;
		return clock.time.confirmed
			? clock.time.started - settings.settle
			: Math.max(newest, this.started - UNCONFIRMED_LAG);
	}

	private async newestSeen({ rows, reached }: Walked<unknown>, to: Seconds): Promise<Seconds> {
		const newest = newestOf(rows);
		if (this.run.clock.time.confirmed || reached >= to || newest >= reached) return newest;
		// In the middle of a backlog, whatever comes next shows that the time before it is over.
		const span = { from: reached, to: Math.min(to, reached + (this.feed.longestDays ?? Infinity) * DAY) };
		const pages = this.feed.read(isoSpan(span), this.run.settings.filters);
		for await (const page of pages) return Math.max(newest, newestOf(page));
		return newest;
	}

	/** Looks now and then for records that were entered long after the time by which the feed goes. */
	private async lookBack(
		part: DatedPart,
		judging: Judging,
	): Promise<Pick<DatedPart, 'deepAt' | 'deepFrom'> & { emissions: Emission[] }> {
		const { deepAt, deepFrom } = part;
		const due = this.backdated > 0 && this.started - (deepAt ?? 0) >= DEEP_EVERY;
		const span = {
			from: Math.max(part.since, deepFrom ?? part.cursor - this.backdated),
			to: part.cursor - this.overlap,
		};
		if (!due || span.to <= span.from) return { deepAt, deepFrom, emissions: [] };
		const read = await this.walk(span, undefined, span.from);
		const { emissions } = judgeAll(judging, read.rows, part.since, span.to);
		return read.reached >= span.to
			? { deepAt: this.started, deepFrom: undefined, emissions }
			: { deepAt, deepFrom: read.reached, emissions };
	}

	private async walk(
		span: Span,
		width: Seconds | undefined,
		before: Seconds,
		enough = this.run.settings.bound,
	): Promise<Walked<unknown>> {
		return await walk(this.feed, this.reader, span, width, {
			bound: this.run.settings.bound,
			enough,
			before,
			spent: this.run.spent,
		});
	}

	private judging(guard: Guard, memory: Memory): Judging {
		return { event: this.event, settings: this.run.settings, guard, memory, births: this.births, unreadable: [] };
	}

	private told(emissions: readonly Emission[]): DatedTold | null | undefined {
		if (emissions.length === 0) return undefined;
		if (!this.stood) return null;
		const { cursor, seen } = this.stood;
		// A service may leave the ends of a span out.
		const reached = Math.max(...emissions.map(({ at }) => at ?? 0)) + 1;
		return {
			cursor,
			seen,
			reached,
			...(this.event.kind.is === 'transition' && { ids: emissions.map(({ id }) => id) }),
		};
	}

	/** @param reached up to where it was read, which may be beyond the position that is kept */
	private result(
		part: DatedPart,
		{ guard, memory, unreadable }: Judging,
		emissions: Emission[],
		reached = part.cursor,
	): DatedResult {
		const from = Math.max(part.since, part.cursor - this.overlap);
		guard.forgetBefore(part.cursor - Math.max(this.overlap, this.backdated) - MARGIN);
		memory.keep(REMEMBERED);
		return {
			part: {
				...part,
				again: undefined,
				settings: this.matter,
				seen: guard.save(),
				...(memory.size > 0 ? { memory: memory.save() } : {}),
			} satisfies DatedPart,
			told: this.told(emissions),
			emissions,
			notices: noticesOf(this.event.label, unreadable),
			births: { guard, from, to: Math.max(part.cursor, reached) },
		};
	}
}

const newestOf = (rows: ReadonlyArray<Changed<unknown>>): Seconds =>
	rows.reduce((newest, { at }) => Math.max(newest, secondsOf(at) ?? 0), 0);

/** @returns `held`: the cursor must stay before it, for the sake of records that are judged too early */
function judgeAll(
	judging: Judging,
	rows: ReadonlyArray<Changed<unknown>>,
	since: Seconds,
	to: Seconds,
): { emissions: Emission[]; held: Seconds } {
	const emissions: Emission[] = [];
	let held = Infinity;
	for (const row of rows) {
		const at = secondsOf(row.at) ?? to;
		if (at < since) continue;
		const verdict = judge(judging, row, at);
		if (verdict === 'tooEarly') held = Math.min(held, at - 1);
		else if (verdict !== 'nothing') emissions.push(verdict);
	}
	return { emissions, held };
}
