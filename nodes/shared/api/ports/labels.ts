import type { Label } from '../../domain/label';
import type { WithRaw } from '../port';

/** The account's label catalogue. */
export interface LabelsPort {
	list(): Promise<Array<WithRaw<Label>>>;
}
