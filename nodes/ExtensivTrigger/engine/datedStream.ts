import { labelOf } from '../../shared/events/names';
import type { Changed, ChangeFeed } from '../../shared/api/ports/changes';
import type { Emission } from '../../shared/events/emission';
import type { AnyDatedEvent } from '../events/dated';
import type { DatedEmitted } from './forgetDated';
import { SeenVersions } from '../state/seenVersions';
import { type SeenCreations, type Classifier, classify, remember } from './classify';
import { LastValues } from '../state/lastValues';
import { CLOCK_SKEW } from './pollClock';
import { type StreamResult, type PollRun, settingsFingerprint } from './stream';
import { type DatedState, type Resumed, resume, startPoint } from '../state/checkpoint';
import { DAY, HOUR, type Seconds, type Span, isoSpan, secondsOf } from '../../shared/events/time';
import { noticesOf } from './unreadable';
import { type SlicesRead, readSlices } from './readSlices';
import { ConsistentReader } from './consistentRead';

/** The number of records whose last value is remembered. */
const REMEMBERED = 20_000;
/** Fingerprints outlive the lookback window by this much, for services that round. */
const MARGIN: Seconds = 5;
/** How often to look for records that may be entered long after their time. */
const DEEP_EVERY: Seconds = HOUR;
/** How far this machine's clock may be ahead when an event begins at a service that reports no time. */
const UNCONFIRMED_BEGIN: Seconds = 2 * HOUR;
/**
 * If a service reports no time, its newest record does; if that is this old, this machine's clock minus this much
 * counts.
 */
const UNCONFIRMED_LAG: Seconds = DAY;
/** Spans overlap at least this much, because a service may exclude their ends. */
const LEAST_OVERLAP: Seconds = 2;

export interface DatedResult extends StreamResult {
	/** For the event of changes that follow these creations. */
	creations: SeenCreations;
}

/** Polls one event whose records have dates. */
export async function runDated(
	run: PollRun,
	event: AnyDatedEvent,
	feed: ChangeFeed<unknown>,
	creations?: SeenCreations,
): Promise<DatedResult> {
	return await new DatedRun(run, event, feed, creations).poll();
}

class DatedRun {
	private readonly started: Seconds;
	private readonly lookbackWindow: Seconds;
	private readonly backdated: Seconds;
	private readonly matter: string;
	private readonly reader: ConsistentReader<unknown>;
	/** The position before this poll; undefined if the event had not begun. */
	private stood?: Pick<DatedState, 'cursor' | 'seen'>;

	constructor(
		private readonly run: PollRun,
		private readonly event: AnyDatedEvent,
		private readonly feed: ChangeFeed<unknown>,
		private readonly creations?: SeenCreations,
	) {
		const { settings } = run;
		this.started = run.started;
		this.lookbackWindow = Math.max(settings.lookbackWindow, LEAST_OVERLAP);
		this.backdated = (feed.backdatedDays ?? 0) * DAY;
		this.matter = settingsFingerprint(settings, event.filters, event.kind.is === 'transition');
		this.reader = new ConsistentReader(feed, {
			narrowing: settings.filters,
			clock: run.clock,
			late: settings.settleDelay + this.lookbackWindow,
		});
	}

	async poll(): Promise<DatedResult> {
		const { found, settings, time } = this.run;
		const resumed = resume(found, this.event.name, labelOf(this.event.name), settings, time);
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

	private partAt(start: Seconds): DatedState {
		return { since: start, cursor: start, settings: this.matter, seen: {} };
	}

	/** When a relevant setting changes, the event restarts where the user says, unless that would leave something out. */
	private unlessChanged(part: DatedState): DatedState {
		if (part.settings === this.matter || part.settings === '') return part;
		const start = startPoint(this.run.settings.start, this.started);
		const [contract] = this.matter.split(' ');
		const kept = part.settings.split(' ')[0] === contract ? part : { ...part, seen: {}, memory: undefined };
		return start === 'now' || start >= part.cursor ? kept : { ...kept, since: start, cursor: start, width: undefined };
	}

	/** Records that exist when the trigger begins are not news: they are marked as seen. */
	private async begin(): Promise<DatedResult> {
		const result = await this.firstLook(CLOCK_SKEW);
		return this.run.clock.time.confirmed ? result : await this.firstLook(UNCONFIRMED_BEGIN);
	}

	/** @param skew how far this machine's clock may differ from the service's, in either direction */
	private async firstLook(skew: Seconds): Promise<DatedResult> {
		const { settings, time } = this.run;
		const since = this.started - Math.max(this.lookbackWindow + settings.settleDelay, skew, this.backdated);
		const span = { from: since, to: time.latest + skew };
		const classifier = this.classifier(new SeenVersions(), new LastValues());
		for (const row of (await this.readSlices(span, undefined, span.from, settings.bound * 10)).rows)
			remember(classifier, row, secondsOf(row.at) ?? span.to);
		const cursor = Math.max(since, Math.min(this.started - settings.settleDelay, this.shown(since)));
		return this.result({ ...this.partAt(since), cursor, deepAt: this.started }, classifier, []);
	}

	private async goOn(part: DatedState): Promise<DatedResult> {
		if (this.run.found.streams[this.event.name] !== undefined) this.stood = part;
		const classifier = this.classifier(
			new SeenVersions(part.seen, part.cursor + DAY),
			new LastValues(part.memory ?? ''),
		);
		const { emissions: late, ...deep } = await this.lookBack(part, classifier);
		// A clock that is behind does not move the position back.
		const to = Math.max(
			Math.min(this.started - this.run.settings.settleDelay, this.creations?.to ?? Infinity),
			part.cursor,
			part.again ?? 0,
		);
		const from = Math.max(part.since, part.cursor - this.lookbackWindow);
		if (to <= from) return this.result({ ...part, ...deep }, classifier, late);
		const read = await this.readSlices(
			{ from, to },
			part.width ?? undefined,
			Math.min(Math.max(part.cursor, part.again ?? 0), to),
		);
		const { emissions, watermark } = classifyAll(classifier, read.rows, part.since, to);
		const cursor = Math.max(
			part.cursor,
			Math.min(read.reached, watermark, this.shown(await this.newestSeen(read, to))),
		);
		return this.result(
			{ ...part, ...deep, cursor, width: read.step },
			classifier,
			[...late, ...emissions],
			read.reached,
		);
	}

	/**
	 * The time that the service has certainly reached: the position never passes it, whatever this machine's clock says.
	 * @param newest time of the newest record seen, used if the service reports no time
	 */
	private shown(newest: Seconds): Seconds {
		const { clock, settings } = this.run;
		return clock.time.confirmed
			? clock.time.started - settings.settleDelay
			: Math.max(newest, this.started - UNCONFIRMED_LAG);
	}

	private async newestSeen({ rows, reached }: SlicesRead<unknown>, to: Seconds): Promise<Seconds> {
		const newest = newestOf(rows);
		if (this.run.clock.time.confirmed || reached >= to || newest >= reached) return newest;
		// Within a backlog, any later record proves that the time before it is over.
		const span = { from: reached, to: Math.min(to, reached + (this.feed.longestDays ?? Infinity) * DAY) };
		const pages = this.feed.read(isoSpan(span), this.run.settings.filters);
		for await (const page of pages) return Math.max(newest, newestOf(page));
		return newest;
	}

	/** Looks now and then for records that were entered long after the feed's time for them. */
	private async lookBack(
		part: DatedState,
		classifier: Classifier,
	): Promise<Pick<DatedState, 'deepAt' | 'deepFrom'> & { emissions: Emission[] }> {
		const { deepAt, deepFrom } = part;
		const due = this.backdated > 0 && this.started - (deepAt ?? 0) >= DEEP_EVERY;
		const span = {
			from: Math.max(part.since, deepFrom ?? part.cursor - this.backdated),
			to: part.cursor - this.lookbackWindow,
		};
		if (!due || span.to <= span.from) return { deepAt, deepFrom, emissions: [] };
		const read = await this.readSlices(span, undefined, span.from);
		const { emissions } = classifyAll(classifier, read.rows, part.since, span.to);
		return read.reached >= span.to
			? { deepAt: this.started, deepFrom: undefined, emissions }
			: { deepAt, deepFrom: read.reached, emissions };
	}

	private async readSlices(
		span: Span,
		step: Seconds | undefined,
		before: Seconds,
		enough = this.run.settings.bound,
	): Promise<SlicesRead<unknown>> {
		return await readSlices(this.feed, this.reader, span, step, {
			bound: this.run.settings.bound,
			enough,
			before,
			spent: this.run.spent,
		});
	}

	private classifier(seenVersions: SeenVersions, lastValues: LastValues): Classifier {
		return {
			event: this.event,
			settings: this.run.settings,
			seenVersions,
			lastValues,
			creations: this.creations,
			unreadable: [],
		};
	}

	private lastEmitted(emissions: readonly Emission[]): DatedEmitted | null | undefined {
		if (emissions.length === 0) return undefined;
		if (!this.stood) return null;
		const { cursor, seen } = this.stood;
		// A service may exclude the ends of a span.
		const reached = Math.max(...emissions.map(({ at }) => at ?? 0)) + 1;
		return {
			cursor,
			seen,
			reached,
			...(this.event.kind.is === 'transition' && { ids: emissions.map(({ id }) => id) }),
		};
	}

	/** @param reached the end of what was read, which may be beyond the saved position */
	private result(
		part: DatedState,
		{ seenVersions, lastValues, unreadable }: Classifier,
		emissions: Emission[],
		reached = part.cursor,
	): DatedResult {
		const from = Math.max(part.since, part.cursor - this.lookbackWindow);
		seenVersions.forgetBefore(part.cursor - Math.max(this.lookbackWindow, this.backdated) - MARGIN);
		lastValues.keep(REMEMBERED);
		return {
			state: {
				...part,
				again: undefined,
				settings: this.matter,
				seen: seenVersions.save(),
				...(lastValues.size > 0 ? { memory: lastValues.save() } : {}),
			} satisfies DatedState,
			lastEmitted: this.lastEmitted(emissions),
			emissions,
			notices: noticesOf(labelOf(this.event.name), unreadable),
			creations: { seenVersions, from, to: Math.max(part.cursor, reached) },
		};
	}
}

const newestOf = (rows: ReadonlyArray<Changed<unknown>>): Seconds =>
	rows.reduce((newest, { at }) => Math.max(newest, secondsOf(at) ?? 0), 0);

/** @returns `held`: the cursor must stay before it, because of records that are still too early */
function classifyAll(
	classifier: Classifier,
	rows: ReadonlyArray<Changed<unknown>>,
	since: Seconds,
	to: Seconds,
): { emissions: Emission[]; watermark: Seconds } {
	const emissions: Emission[] = [];
	let watermark = Infinity;
	for (const row of rows) {
		const at = secondsOf(row.at) ?? to;
		if (at < since) continue;
		const classification = classify(classifier, row, at);
		if (classification === 'tooEarly') watermark = Math.min(watermark, at - 1);
		else if (classification !== 'nothing') emissions.push(classification);
	}
	return { emissions, watermark };
}
