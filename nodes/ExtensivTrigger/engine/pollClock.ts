import type { ServiceTime } from '../../shared/domain/values/clockDifference';
import { HOUR, MINUTE, type Seconds } from '../../shared/events/time';

/** How far the clocks of this machine and of the service may be apart without a word. */
export const CLOCK_SKEW: Seconds = MINUTE;
/** A clock that nothing confirms may be set by so much; a position further ahead of it is a mistake. */
const UNCONFIRMED_SKEW: Seconds = HOUR;

/** Time as a poll knows it. */
export interface PollTime {
	/** When the poll began: no later than this machine's clock says, nor than the service's. */
	started: Seconds;
	/** The same, no earlier than either clock says. */
	latest: Seconds;
	/** The service has told its time. */
	confirmed: boolean;
}

/** So far may a saved time lie after `latest`. */
export const slackOf = ({ confirmed }: Pick<PollTime, 'confirmed'>): Seconds =>
	confirmed ? CLOCK_SKEW : UNCONFIRMED_SKEW;

/** The clock of one poll: this machine's, held back where the service's shows that it is ahead. */
export class PollClock {
	private readonly begun: number;

	/** @param local this machine's clock, in milliseconds */
	constructor(
		private readonly local: () => number,
		private readonly service?: Pick<ServiceTime, 'difference'>,
	) {
		this.begun = local();
	}

	/** When the poll began, by what is known of the clocks by now. */
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

	/** The service's time: the poll began no earlier than one, and now is no later than the other. */
	get serviceTime(): { begunAfter: Seconds; nowBefore: Seconds } {
		const unconfirmed = { least: -UNCONFIRMED_SKEW * 1000, most: UNCONFIRMED_SKEW * 1000 };
		const { least, most } = this.service?.difference ?? unconfirmed;
		const now = this.local();
		return { begunAfter: seconds(Math.min(this.begun, now) + least), nowBefore: seconds(now + most) + 1 };
	}

	/** Now, no later than either clock says. */
	now(): Seconds {
		return seconds(this.local() + Math.min(0, this.service?.difference?.most ?? 0));
	}

	/** Whether the clocks have turned out to be other than they were taken for. */
	contradicts({ started, latest }: PollTime): boolean {
		const { time } = this;
		return Math.max(Math.abs(time.started - started), Math.abs(time.latest - latest)) > CLOCK_SKEW;
	}

	/** How far this machine's clock is ahead of the service's; below zero where it is behind, zero where they agree. */
	get ahead(): Seconds {
		const { least, most } = this.service?.difference ?? { least: 0, most: 0 };
		if (-most > CLOCK_SKEW * 1000) return -seconds(most);
		return least > CLOCK_SKEW * 1000 ? -seconds(least) : 0;
	}
}

const seconds = (milliseconds: number): Seconds => Math.floor(milliseconds / 1000);
