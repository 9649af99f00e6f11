import type { ServiceTime } from '../../shared/domain/values/clockDifference';
import { HOUR, MINUTE, type Seconds } from '../../shared/events/time';

/** How far the two clocks may differ without a notice. */
export const CLOCK_SKEW: Seconds = MINUTE;
/** How far an unconfirmed clock may have been set; a position further ahead of it is a mistake. */
const UNCONFIRMED_SKEW: Seconds = HOUR;

/** Time as a poll knows it. */
export interface PollTime {
	/** When the poll began: the earlier of this machine's clock and the service's. */
	started: Seconds;
	/** The same, but the later of the two. */
	latest: Seconds;
	/** The service has reported its time. */
	confirmed: boolean;
}

/** How far a saved time may lie after `latest`. */
export const slackOf = ({ confirmed }: Pick<PollTime, 'confirmed'>): Seconds =>
	confirmed ? CLOCK_SKEW : UNCONFIRMED_SKEW;

/** The clock of one poll: this machine's, corrected if the service's clock shows that it is ahead. */
export class PollClock {
	private readonly begun: number;

	/** @param local this machine's clock, in milliseconds */
	constructor(
		private readonly local: () => number,
		private readonly service?: Pick<ServiceTime, 'difference'>,
	) {
		this.begun = local();
	}

	/** When the poll began, by the current knowledge of the clocks. */
	get time(): PollTime {
		const difference = this.service?.difference;
		// This machine's clock may have been set back since.
		const begun = Math.min(this.begun, this.local());
		return {
			started: seconds(begun + Math.min(0, difference?.most ?? 0)),
			latest: seconds(begun + Math.max(0, difference?.least ?? 0)),
			confirmed: difference !== undefined,
		};
	}

	/** The service's time: the poll began no earlier than the first, and now is no later than the second. */
	get serviceTime(): { begunAfter: Seconds; nowBefore: Seconds } {
		const unconfirmed = { least: -UNCONFIRMED_SKEW * 1000, most: UNCONFIRMED_SKEW * 1000 };
		const { least, most } = this.service?.difference ?? unconfirmed;
		const now = this.local();
		return { begunAfter: seconds(Math.min(this.begun, now) + least), nowBefore: seconds(now + most) + 1 };
	}

	/** The present, by the earlier of the two clocks. */
	now(): Seconds {
		return seconds(this.local() + Math.min(0, this.service?.difference?.most ?? 0));
	}

	/** Whether the clocks differ from what the poll assumed. */
	contradicts({ started, latest }: PollTime): boolean {
		const { time } = this;
		return Math.max(Math.abs(time.started - started), Math.abs(time.latest - latest)) > CLOCK_SKEW;
	}

	/** How far this machine's clock is ahead of the service's: negative if it is behind, zero if they agree. */
	get ahead(): Seconds {
		const { least, most } = this.service?.difference ?? { least: 0, most: 0 };
		if (-most > CLOCK_SKEW * 1000) return -seconds(most);
		return least > CLOCK_SKEW * 1000 ? -seconds(least) : 0;
	}
}

const seconds = (milliseconds: number): Seconds => Math.floor(milliseconds / 1000);
