import { CLOCK_SKEW, type PollClock } from './pollClock';
import type { FoundState } from '../state/checkpoint';
import { MINUTE, type Seconds } from '../../shared/events/time';

/** What is kept of the difference of the clocks, and what the user must know of it. */
export interface ClockNews {
	/** The difference that the user knows of, to be saved; absent where the clocks agree. */
	skew?: Seconds;
	notices: string[];
}

const inWords = (seconds: Seconds): string =>
	Math.abs(seconds) < 2 * MINUTE ? `${Math.abs(seconds)} seconds` : `${Math.round(Math.abs(seconds) / MINUTE)} minutes`;

/** Says once that the clocks differ, and again when they differ by something else. */
export function clockNews(clock: PollClock, found: FoundState): ClockNews {
	const { ahead } = clock;
	if (!clock.time.confirmed) return unconfirmed(found);
	if (ahead === 0) return { notices: [] };
	const isKnown = found.skew !== undefined && Math.abs(ahead - found.skew) <= CLOCK_SKEW;
	const [side, effect] =
		ahead > 0
			? ['ahead of', "The trigger uses the service's clock, so that nothing is missed."]
			: ['behind', 'Events arrive that much later.'];
	const difference = `This machine's clock is ${inWords(ahead)} ${side} the service's clock.`;
	return { skew: ahead, notices: isKnown ? [] : [`${difference} ${effect} Set the clock of this machine.`] };
}

/** Without the service's time, only a clock that goes backwards is seen to be wrong. */
function unconfirmed({ setBack }: FoundState): ClockNews {
	if (setBack === undefined) return { notices: [] };
	const difference = `This machine's clock was ${inWords(setBack)} ahead at the last poll, or is behind now.`;
	return { notices: [`${difference} Nothing is left out. Check the clock of this machine.`] };
}
