import type { Changed, ChangeFeed } from '../shared/api/ports/changes';
import type { Emission } from './emission';
import type { AnyDatedEvent } from './events/dated';
import type { DatedTold } from './forgetDated';
import { Guard } from './guard';
import { type Births, type Judging, judge, remember } from './judge';
import { Memory } from './memory';
import { type PartResult, type PollRun, fingerprint } from './run';
import { type DatedPart, resume, startPoint } from './state';
import { DAY, HOUR, type Seconds, type Span, secondsOf } from './time';
import { noticesOf } from './unreadable';
import { type Walked, walk } from './walk';
import { CLOCK_SKEW, WholeReader } from './wholeRead';

/** Records of which one value is remembered; the latest. */
const REMEMBERED = 20_000;
/** A guard is kept a little longer than spans overlap, for services that round. */
const MARGIN: Seconds = 5;
/** How often records that may be entered long after their time are looked for. */
const DEEP_EVERY: Seconds = HOUR;
/** Spans share at least this much, because a service may leave their ends out. */
const LEAST_OVERLAP: Seconds = 2;

export interface DatedResult extends PartResult {
	/** For the event of changes that come after these births. */
	births: Births;
}

/** Polls one event whose records have dates. */
export async function runDated(run: PollRun, event: AnyDatedEvent, feed: ChangeFeed<unknown>, births?: Births): Promise<DatedResult> {
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
		this.reader = new WholeReader(feed, { narrowing: settings.filters, now: run.now, late: settings.settle + this.overlap });
	}

	async poll(): Promise<DatedResult> {
		const { found, settings } = this.run;
		const resumed = resume(found, this.event.name, this.event.label, settings, this.started);
		const result = 'startAt' in resumed && resumed.startAt === 'now' ? await this.begin() : await this.goOn('part' in resumed ? this.unlessChanged(resumed.part) : this.partAt(Number(resumed.startAt)));
		return { ...result, notices: [...(resumed.notice ? [resumed.notice] : []), ...result.notices] };
	}

	private partAt(start: Seconds): DatedPart {
		return { since: start, cursor: start, settings: this.matter, seen: {} };
	}

	/** When a setting that matters was changed, the event is begun anew from where the user says, unless that would leave something out. */
	private unlessChanged(part: DatedPart): DatedPart {
		if (part.settings === this.matter || part.settings === '') return part;
		const start = startPoint(this.run.settings.start, this.started);
		const [contract] = this.matter.split(' ');
		const kept = part.settings.split(' ')[0] === contract ? part : { ...part, seen: {}, memory: undefined };
		return start === 'now' || start >= part.cursor ? kept : { ...kept, since: start, cursor: start, width: undefined };
	}

	/** What is there when the trigger begins is not news: it is remembered as seen. */
	private async begin(): Promise<DatedResult> {
		const { settings } = this.run;
		const since = this.started - Math.max(this.overlap + settings.settle, CLOCK_SKEW, this.backdated);
		const span = { from: since, to: this.started + CLOCK_SKEW };
		const judging = this.judging(new Guard(), new Memory());
		for (const row of (await this.walk(span, undefined, span.from, settings.bound * 10)).rows) remember(judging, row, secondsOf(row.at) ?? span.to);
		return this.result({ ...this.partAt(since), cursor: this.started - settings.settle, deepAt: this.started }, judging, []);
	}

	private async goOn(part: DatedPart): Promise<DatedResult> {
		if (this.run.found.parts[this.event.name] !== undefined) this.stood = part;
		const judging = this.judging(new Guard(part.seen), new Memory(part.memory ?? ''));
		const { emissions: late, ...deep } = await this.lookBack(part, judging);
		const to = Math.min(this.started - this.run.settings.settle, this.births?.to ?? Infinity);
		const from = Math.max(part.since, part.cursor - this.overlap);
		if (to <= from) return this.result({ ...part, ...deep }, judging, late);
		const read = await this.walk({ from, to }, part.width ?? undefined, Math.min(Math.max(part.cursor, part.again ?? 0), to));
		const { emissions, held } = judgeAll(judging, read.rows, part.since, to);
		const cursor = Math.max(part.cursor, Math.min(read.reached, held));
		return this.result({ ...part, ...deep, cursor, width: read.width }, judging, [...late, ...emissions]);
	}

	/** Looks now and then for records that were entered long after the time by which the feed goes. */
	private async lookBack(part: DatedPart, judging: Judging): Promise<Pick<DatedPart, 'deepAt' | 'deepFrom'> & { emissions: Emission[] }> {
		const { deepAt, deepFrom } = part;
		const due = this.backdated > 0 && this.started - (deepAt ?? 0) >= DEEP_EVERY;
		const span = { from: Math.max(part.since, deepFrom ?? part.cursor - this.backdated), to: part.cursor - this.overlap };
		if (!due || span.to <= span.from) return { deepAt, deepFrom, emissions: [] };
		const read = await this.walk(span, undefined, span.from);
		const { emissions } = judgeAll(judging, read.rows, part.since, span.to);
		return read.reached >= span.to ? { deepAt: this.started, deepFrom: undefined, emissions } : { deepAt, deepFrom: read.reached, emissions };
	}

	private async walk(span: Span, width: Seconds | undefined, before: Seconds, enough = this.run.settings.bound): Promise<Walked<unknown>> {
		return await walk(this.feed, this.reader, span, width, { bound: this.run.settings.bound, enough, before, spent: this.run.spent });
	}

	private judging(guard: Guard, memory: Memory): Judging {
		return { event: this.event, settings: this.run.settings, guard, memory, births: this.births, unreadable: [] };
	}

	private told(emissions: readonly Emission[]): DatedTold | null | undefined {
		if (emissions.length === 0) return undefined;
		if (!this.stood) return null;
		const { cursor, seen } = this.stood;
		return { cursor, seen, ...(this.event.kind.is === 'transition' && { ids: emissions.map(({ id }) => id) }) };
	}

	private result(part: DatedPart, { guard, memory, unreadable }: Judging, emissions: Emission[]): DatedResult {
		const from = Math.max(part.since, part.cursor - this.overlap);
		guard.forgetBefore(part.cursor - Math.max(this.overlap, this.backdated) - MARGIN);
		memory.keep(REMEMBERED);
		return {
			part: { ...part, again: undefined, settings: this.matter, seen: guard.save(), ...(memory.size > 0 ? { memory: memory.save() } : {}) } satisfies DatedPart,
			told: this.told(emissions),
			emissions,
			notices: noticesOf(this.event.label, unreadable),
			births: { guard, from, to: part.cursor },
		};
	}
}

/** @returns `held`: the cursor must stay before it, for the sake of records that are judged too early */
function judgeAll(judging: Judging, rows: ReadonlyArray<Changed<unknown>>, since: Seconds, to: Seconds): { emissions: Emission[]; held: Seconds } {
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
