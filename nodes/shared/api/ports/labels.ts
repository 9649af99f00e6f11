import type { Label } from '../../domain/account/label';
import type { WithRaw } from './types';

/** The account's label catalogue. */
export interface LabelsPort {
	list(): Promise<Array<WithRaw<Label>>>;
}
