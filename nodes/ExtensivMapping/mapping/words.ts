import type { Reason } from '../../shared/domain/mapping/mapCode';
import { titleOf } from '../../shared/n8n/output/titles';
import { excerpt } from '../../shared/domain/values/text';
import type { Words } from './kind';

const unread = (count: number): string =>
	count === 0 ? '' : ` It may be one of ${count} records of the account that cannot be read.`;

/** Why a code is not mapped, and what to do about it. */
export function textOfReason(reason: Reason, code: string | undefined, { what, by }: Words): string {
	const named = `“${excerpt(code ?? '')}”`;
	switch (reason.problem) {
		case 'empty':
			return 'The code is empty. Check the expression in “Code”, and that the item has the field.';
		case 'unusable':
			return reason.text;
		case 'unknown':
			return reason.isLive
				? `There is no ${what} with the ${by} ${named}.${unread(reason.unreadable)} Correct it, or add it to a table.`
				: `No table has the code ${named}. Correct the code, or add it to a table.`;
		case 'ambiguous':
			return reason.codes
				? `Several codes of the tables mean ${named}. Remove all but one of them.`
				: `${named} means several ${what} records, which are the candidates. Say in a table which one it is.`;
		case 'inactive':
			return (
				`The ${what} with the ${by} ${named} is not active. Activate it in Order Manager, map the code to another ` +
				'one, or turn on “Include Inactive”.'
			);
		case 'valueUnknown':
			return (
				`A table says “${excerpt(reason.value)}” for the code ${named}, but there is no ${what} with that ${by}.` +
				`${unread(reason.unreadable)} Correct the table.`
			);
		case 'valueAmbiguous':
			return (
				`A table says “${excerpt(reason.value)}” for the code ${named}, which means several ${what} records. Use an ` +
				'ID in the table.'
			);
		case 'notInTable':
			return `No table has a code for the ${what} ${named}. Add it to a table.`;
		case 'noCode':
			return `The ${what} ${named} has no ${titleOf(reason.field)}. Fill it in, or add the ${what} to a table.`;
	}
}
