import type { IExecuteFunctions } from 'n8n-workflow';
import { showHint } from './hint';

/** No real response nests deeper. */
const DEEPEST = 100;

/** Finds integers that are too long for JSON parsers: they reach n8n with different digits than the service sent. */
export class LostDigits {
	private readonly paths = new Set<string>();

	look(value: unknown, path = '', depth = 0): void {
		if (depth > DEEPEST) return;
		if (typeof value === 'number') {
			if (Math.abs(value) > Number.MAX_SAFE_INTEGER) this.paths.add(path);
		} else if (Array.isArray(value)) for (const one of value) this.look(one, path, depth + 1);
		else if (typeof value === 'object' && value !== null)
			for (const [name, inside] of Object.entries(value))
				this.look(inside, path === '' ? name : `${path}.${name}`, depth + 1);
	}

	/** Reports once per run which fields are affected. */
	hint(context: Pick<IExecuteFunctions, 'addExecutionHints'>): void {
		if (this.paths.size === 0) return;
		showHint(
			context,
			'These fields contain numbers with more than 15 digits, and their last digits differ from those that the ' +
				`service sent: ${[...this.paths].slice(0, 10).join(', ')}.`,
		);
	}
}
