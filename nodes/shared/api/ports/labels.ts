import type { Label } from '../../domain/label';
import type { Sourced } from '../port';

/** The account's label catalogue. */
export interface LabelsPort {
	list(): Promise<Array<Sourced<Label>>>;
}
