/** A node of a template. Its position, its id and its credential come later: from the canvas, and from the user. */
export interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	/** What a user finds under the node's *Settings*. */
	onError?: 'continueErrorOutput' | 'continueRegularOutput';
	executeOnce?: true;
	alwaysOutputData?: true;
	retryOnFail?: true;
	maxTries?: number;
	waitBetweenTries?: number;
	/** Passes its items on and does nothing, until the user turns it on. */
	disabled?: true;
}

/** What a link carries: items, or what an AI agent works with. */
export type LinkType = 'main' | 'ai_languageModel' | 'ai_memory' | 'ai_tool';

/** From an output of a step (0 unless stated) to another step. */
export interface Link {
	from: string;
	output?: number;
	to: string;
	/** The input of the other step; 0 unless stated. */
	input?: number;
	/** `main` unless stated. */
	type?: LinkType;
}

/** A part of a workflow with one way in and one way out. */
export interface Chain {
	/** In their order on the canvas, from the left. */
	steps: Step[];
	/** Links other than from each step to the next one. With links, nothing else is linked. */
	links?: Link[];
	/** The step that takes the items; the first one unless stated. */
	entry?: string;
	/** The step and output that give the items; the last step unless stated. */
	exit?: { step: string; output?: number };
	/** How far down steps are at least (0 is the top), so that they do not cover lines. */
	lanes?: Readonly<Record<string, number>>;
}

/** A chain with the note behind it. */
export interface Section extends Chain {
	/** Heading of the note. */
	title: string;
	/** What a user reads on the note, in Markdown. */
	note: string;
	/** How far to the right steps are at least (0 is the left). What an AI agent works with is told where to be by this alone. */
	columns?: Readonly<Record<string, number>>;
}

export const entryOf = ({ entry, steps }: Chain): string => entry ?? steps[0]?.name ?? '';

export const exitOf = ({ exit, steps }: Chain): { step: string; output: number } => ({
	step: exit?.step ?? steps.at(-1)?.name ?? '',
	output: exit?.output ?? 0,
});

/** The links of a chain. */
export const linksOf = ({ links, steps }: Chain): Link[] =>
	links ?? steps.slice(1).map(({ name }, at) => ({ from: steps[at]?.name ?? '', to: name }));
