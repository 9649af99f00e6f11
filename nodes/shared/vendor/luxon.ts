/** luxon, bundled: the pack must not depend on the copy its host happens to have. */
export { DateTime, Duration } from 'luxon';
