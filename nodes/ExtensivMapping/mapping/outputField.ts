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

/** An unmapped item gets a reason, in place of its own. */
export function remarkOnReplaced(fields: Fields): void {
	const item = fields.item();
	for (const name of ADDED) {
		if (Object.hasOwn(item, name))
			fields.remark(
				'On the output “Unmapped”, these fields of the incoming items are replaced: %s. Rename them before this node ' +
					'if you need them.',
				name,
			);
	}
}
