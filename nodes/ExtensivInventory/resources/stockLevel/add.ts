import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { movementFields, movementOperation } from './movement';

export const addFields = movementFields('add');

export const add = movementOperation((manager) => requireSupported(manager.stock.add, 'Add'));
