import { tolerantDialect } from '../common/dialect';

/** The guide numbers the rows of a batch from 0 (inferred from its examples). */
export const GUIDE_DIALECT = tolerantDialect(0);
