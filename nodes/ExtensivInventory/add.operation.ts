import { requireSupported } from '../shared/api/offered';
import { movementFields, movementOperation } from './movement';

export const addFields = movementFields('add');

export const add = movementOperation((manager) => requireSupported(manager.stock.add, 'Add'));
