import type { z } from 'zod/v4';
import type { SchemaBook } from './schema';
import type { Complaint } from './query';

type Issue = z.core.$ZodIssue;

function fieldOf(path: PropertyKey[]): string {
	return path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
		'',
	);
}

function messageOf(issue: Issue, field: string): string {
	if (issue.code === 'unrecognized_keys') return `unknown field ${field}`;
	if (issue.code === 'invalid_type' && issue.input === undefined) return `${field} is required`;
	return `${field}: ${issue.message}`;
}

function complaintsOf(issue: Issue, rows: boolean): Complaint[] {
	const path = [...issue.path];
	const index = rows && typeof path[0] === 'number' ? (path.shift() as number) : undefined;
	const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
	return keys.map((key) => {
		const field = fieldOf(key === undefined ? path : [...path, key]) || 'body';
		return { field, message: messageOf(issue, field), index };
	});
}

/** Checks a parsed body against a type expression of the contract; an empty answer means it fits. */
export function checkBody(body: unknown, expression: string, schemas: SchemaBook): Complaint[] {
	const outcome = schemas.schema(expression).safeParse(body, { reportInput: true });
	if (outcome.success) return [];
	return outcome.error.issues.flatMap((issue) => complaintsOf(issue, expression.endsWith('[]')));
}
