import { tolerantDialect } from '../common/dialect';

/** The live API numbers the rows of a batch from 1 (live-api section 5). */
export const LIVE_DIALECT = tolerantDialect(1);
