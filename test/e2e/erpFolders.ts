import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/package';

/** An ERP folder and what the service makes of its orders. */
export interface ErpCase {
	title: string;
	folder: string;
	/** Orders accepted and refused, per contract. */
	accepted: Record<'live' | 'guide', number>;
	refused: Record<'live' | 'guide', string[]>;
}

const samples: ErpCase = {
	title: 'our samples',
	folder: path.join(projectFolder, 'workflows', 'samples'),
	// 70008 goes to a country that does not exist. 70009 has a product nobody knows: the live API takes the order and leaves it
	// unresolved, the guide's API refuses it.
	accepted: { live: 11, guide: 10 },
	refused: { live: ['70008'], guide: ['70008', '70009'] },
};

const northwind: ErpCase = {
	title: 'Northwind',
	folder: path.join(projectFolder, '..', 'shared', 'data', 'northwind'),
	accepted: { live: 830, guide: 830 },
	refused: { live: [], guide: [] },
};

/** The ERPs at hand: our samples always, the Northwind tables where they lie beside the project. */
export const erpCases: ErpCase[] = [samples, northwind].filter(({ folder }) => existsSync(folder));
