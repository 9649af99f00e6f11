/**
 * The parts of zod that the pack uses, named one by one so that the build can leave the rest (forty languages of
 * messages) out.
 * The build bundles this file: an installed pack has no dependencies.
 */
export {
	NEVER,
	array,
	boolean,
	coerce,
	enum as oneOf,
	int,
	literal,
	looseObject,
	nullish,
	number,
	object,
	record,
	string,
	union,
	unknown,
} from 'zod/v4';
export type { infer as Infer, ZodType } from 'zod/v4';
