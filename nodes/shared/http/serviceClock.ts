import { ClockDifference } from '../domain/values/clockDifference';
import { DateTime } from '../vendor/luxon';

/** An earlier date comes from a machine that does not know the time. */
const EARLIEST = Date.UTC(2000, 0, 1);
/** The header has whole seconds. */
const RESOLUTION = 1000;

/** Learns the service's time from the `Date` headers of its responses. */
export class ServiceClock {
	private bounds?: ClockDifference;

	/** Undefined until a response has carried a time. */
	get difference(): ClockDifference | undefined {
		return this.bounds;
	}

	/**
	 * Takes a response into account.
	 * @param sentAt when its request was sent, and `receivedAt` when it arrived, by this machine's clock in milliseconds
	 */
	note(headers: Record<string, string>, sentAt: number, receivedAt: number): void {
		// A cached response carries the time at which it was stored.
		if (Number(headers.age ?? 0) > 0) return;
		const date = DateTime.fromHTTP(headers.date ?? '');
		if (!date.isValid || date.toMillis() < EARLIEST) return;
		const next = { least: date.toMillis() - receivedAt, most: date.toMillis() + RESOLUTION - sentAt };
		this.bounds = this.bounds ? narrowed(this.bounds, next) : next;
	}
}

/** If the two contradict each other, one of the clocks was set in between, and the later response counts. */
function narrowed(before: ClockDifference, next: ClockDifference): ClockDifference {
	const both = { least: Math.max(before.least, next.least), most: Math.min(before.most, next.most) };
	return both.least <= both.most ? both : next;
}
