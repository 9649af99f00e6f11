import { InputError } from '../../shared/domain/inputError';
import type { Fields } from '../../shared/n8n/read/params';

/** The fields of an unmapped item. */
const ADDED = ['reason', 'candidates'];

/** The name of the field that the result goes into. @throws InputError */
export function readOutputField(fields: Fields): string {
	const name = fields.required('outputField', 'Output Field');
	if (name !== '__proto__') return name;
	throw new InputError('Output Field', `“${name}” cannot be the name of a field.`, 'Use another name.');
}

/** The fields of an item that it would lose if it were unmapped. */
export const replacedIn = (fields: Fields): string[] => ADDED.filter((name) => Object.hasOwn(fields.item(), name));

/** Says which fields of unmapped items are replaced. */
export function remarkOnReplaced(options: Fields, names: Iterable<string>): void {
	for (const name of names) {
		options.remark(
			'On the output “Unmapped”, these fields of the incoming items are replaced: %s. Rename them before this node ' +
				'if you need them.',
			name,
		);
	}
}
