import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderReceipt } from '../../../shared/api/ports/types';
import { InputError } from '../../../shared/domain/inputError';
import type { NotesChange } from '../../../shared/domain/order/orderActions';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';

const notes = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
});

export const setNotesFields: INodeProperties[] = [
	...orderLocator,
	{ ...notes('Internal Notes', 'internalNotes'), description: 'Notes that you leave empty stay as they are' },
	notes('Notes From Buyer', 'notesFromBuyer'),
	notes('Notes to Buyer', 'notesToBuyer'),
	simplify,
	optionsWith(),
];

export const setNotes = batchOperation<NotesChange, OrderReceipt>({
	read: (fields) => {
		const given = {
			internalNotes: fields.text('internalNotes'),
			notesFromBuyer: fields.text('notesFromBuyer'),
			notesToBuyer: fields.text('notesToBuyer'),
		};
		if (Object.values(given).every((text) => text === undefined))
			throw new InputError('Notes', 'There are no notes to set.', 'Fill in at least one of the notes.');
		return { key: readOrderLocator(fields), notes: given };
	},
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, changes) => await requireSupported(manager.orders.setNotes, 'Set Notes')(changes),
});
