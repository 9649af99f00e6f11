import { z } from 'zod/v4';
import type { Mode } from './mode';
import type { ContractSpec } from './spec';

/** ISO-8601 UTC with whole seconds, the only form clients of the live service are known to send. */
export const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
/** Any ISO-8601 UTC date-time, fractions allowed (guide contract). */
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A date-time that has the agreed form and names a day that exists. */
export function isDateTime(text: string): boolean {
	const time = DATE_TIME.test(text) ? Date.parse(text) : Number.NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text.slice(0, 10);
}

export function isUtcTime(text: string): boolean {
	return UTC_TIME.test(text) && isDateTime(`${text.slice(0, 19)}Z`);
}

const SCALARS: Record<string, z.ZodType> = {
	int32: z.int().min(-2147483648).max(2147483647),
	int64: z.int(),
	double: z.number(),
	float: z.number(),
	number: z.number(),
	string: z.string(),
	boolean: z.boolean(),
	'date-time': z.string().refine(isDateTime, 'must be a date-time YYYY-MM-DDTHH:mm:ssZ'),
	'utc-time': z.string().refine(isUtcTime, 'must be an ISO-8601 date-time in UTC'),
	date: z.string().regex(DATE, 'must be a date YYYY-MM-DD'),
	uuid: z.string().regex(UUID, 'must be a UUID'),
	any: z.unknown(),
};

/**
 * Turns type expressions of a contract (`putOrder[]`, `enum:Currency`, `map:string`) into zod schemas.
 * Strict: unknown fields, enum values, over-long texts and missing required fields are refused. Tolerant: the same, but unknown fields (a production client sends some) and fractions
 * of seconds pass. Otherwise only basic types are checked. Absent and null are the same for optional fields (assumed: the service is a Java one that reads both alike).
 */
export class SchemaBook {
	private readonly known = new Map<string, z.ZodType>();

	constructor(
		private readonly contract: ContractSpec,
		private readonly mode: Mode,
	) {}

	private get checks(): boolean {
		return this.mode !== 'none';
	}

	schema(expression: string): z.ZodType {
		let schema = this.known.get(expression);
		if (!schema) {
			schema = this.build(expression);
			this.known.set(expression, schema);
		}
		return schema;
	}

	private build(expression: string): z.ZodType {
		if (expression.endsWith('[]')) return z.array(this.schema(expression.slice(0, -2)));
		if (expression.startsWith('map:')) return z.record(z.string(), this.schema(expression.slice(4)));
		if (expression.startsWith('enum:')) return this.enumSchema(expression.slice(5));
		const scalar = SCALARS[expression === 'date-time' && this.mode !== 'strict' ? 'utc-time' : expression];
		if (scalar) return scalar;
		if (!this.contract.types[expression])
			throw new Error(`Unknown type ${expression} in the ${this.contract.name} contract`);
		return z.lazy(() => this.objectSchema(expression));
	}

	private enumSchema(name: string): z.ZodType {
		const values = this.contract.enums[name];
		if (!values) throw new Error(`Unknown enum ${name} in the ${this.contract.name} contract`);
		return this.checks ? z.enum([...values]) : z.string();
	}

	private objectSchema(name: string): z.ZodType {
		const type = this.contract.types[name]!;
		const required = new Set(type.required.filter((field) => !this.contract.softRequired.has(`${name}.${field}`)));
		const shape: Record<string, z.ZodType> = {};
		for (const [field, expression] of Object.entries(type.fields)) {
			let schema = this.schema(expression);
			if (expression === 'string') {
				let text = z.string();
				const limit = type.maxLength?.[field];
				if (this.checks && limit !== undefined) text = text.max(limit);
				if (this.checks && required.has(field)) text = text.min(1);
				schema = text;
			}
			shape[field] = this.checks && required.has(field) ? schema : schema.nullish();
		}
		return this.mode === 'strict' ? z.strictObject(shape) : z.looseObject(shape);
	}
}
