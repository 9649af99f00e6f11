import { offered } from '../shared/api/offered';
import { movementFields, movementOperation } from './movement';

export const addFields = movementFields('add');

export const add = movementOperation((manager) => offered(manager.stock.add, 'Add'));
