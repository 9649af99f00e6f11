import { CLOCK_SKEW, type PollClock } from './pollClock';
import type { FoundState } from '../state/checkpoint';
import { MINUTE, type Seconds } from '../../shared/events/time';

/** The clock difference to save, and the notice about it. */
export interface ClockNews {
	/** The difference that the user knows about, to be saved; absent if the clocks agree. */
	skew?: Seconds;
	notices: string[];
}

const inWords = (seconds: Seconds): string =>
	Math.abs(seconds) < 2 * MINUTE ? `${Math.abs(seconds)} seconds` : `${Math.round(Math.abs(seconds) / MINUTE)} minutes`;

/** Reports once that the clocks differ, and again when the difference changes. */
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

/** Without the service's time, the trigger only notices a clock that goes backwards. */
function unconfirmed({ setBack }: FoundState): ClockNews {
	if (setBack === undefined) return { notices: [] };
	const difference = `This machine's clock was ${inWords(setBack)} ahead at the last poll, or is behind now.`;
	return { notices: [`${difference} Nothing is left out. Check the clock of this machine.`] };
}
