import type { Label } from '../../domain/account/label';
import type { WithRaw } from './index';

/** The account's label catalogue. */
export interface LabelsPort {
	list(): Promise<Array<WithRaw<Label>>>;
}
