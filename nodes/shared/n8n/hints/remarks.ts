import type { IExecuteFunctions } from 'n8n-workflow';
import { shorten } from '../../domain/values/shorten';
import { showHint } from './hint';
import type { Secrets } from '../secrets/secrets';

/** Examples that a remark names. */
const SHOWN = 5;
/** Characters of each of them. */
const EXAMPLE = 100;

/** What a run has to say about values that it took: one hint for each kind of remark, with the first few examples. */
export class Remarks {
	private readonly byText = new Map<string, Set<string>>();

	/**
	 * @param text what is to be said of all of them, a sentence with `%s` where the examples go
	 * @param example what it is said of
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

	/** Shows the remarks below the node, without secrets: an example is a value of an item. */
	show(context: IExecuteFunctions, secrets: Secrets): void {
		for (const message of this.messages().map((text) => secrets.scrub(text))) showHint(context, message);
		this.byText.clear();
	}
}
