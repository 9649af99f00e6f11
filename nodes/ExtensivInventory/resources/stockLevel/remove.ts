import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { movementFields, movementOperation } from './movement';

export const removeFields = movementFields('remove');

export const remove = movementOperation((manager) => requireSupported(manager.stock.remove, 'Remove'));
