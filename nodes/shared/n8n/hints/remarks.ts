import type { IExecuteFunctions } from 'n8n-workflow';
import { shorten } from '../../domain/values/shorten';
import { showHint } from './hint';
import type { Secrets } from '../secrets/secrets';

/** Examples per remark. */
const SHOWN = 5;
/** Characters per example. */
const EXAMPLE = 100;

/** Remarks about accepted values: one hint for each kind, with the first few examples. */
export class Remarks {
	private readonly byText = new Map<string, Set<string>>();

	/**
	 * @param text a sentence with `%s` in place of the examples
	 * @param example one of the values that it is about
	 */
	add(text: string, example: string): void {
		const examples = this.byText.get(text) ?? new Set();
		this.byText.set(text, examples.add(example));
	}

	messages(): string[] {
		return [...this.byText].map(([text, examples]) => {
			const more = examples.size > SHOWN ? ` and ${examples.size - SHOWN} more` : '';
			return text.replace(
				'%s',
				() =>
					`${[...examples]
						.slice(0, SHOWN)
						.map((one) => shorten(one, EXAMPLE))
						.join(', ')}${more}`,
			);
		});
	}

	/** Shows the remarks below the node, without secrets: an example may contain any value of an item. */
	show(context: IExecuteFunctions, secrets: Secrets): void {
		for (const message of this.messages().map((text) => secrets.scrub(text))) showHint(context, message);
		this.byText.clear();
	}
}
