/** What one run of a contender took: figures by name, and what failed, if anything did. */
export interface Sample {
	figures: Record<string, number>;
	failure?: string;
}

export interface Contender {
	name: string;
	/** As the table calls it. */
	label: string;
	/** Takes part in the first so many rounds only, because it is slow and steady. */
	rounds?: number;
	/** Makes ready what is not measured. */
	prepare?(): Promise<void>;
	run(round: number): Promise<Sample>;
}

/** The median of a figure of a contender; NaN when there is none. */
export type Medians = (contender: string, figure: string) => number;

export interface Bar {
	text: string;
	value(medians: Medians): number;
	least?: number;
	most?: number;
	unit?: string;
}

/** A row of the table: contenders that do the same work, and what their medians must keep. */
export interface Row {
	name: string;
	work: string;
	notes: string[];
	bars: Bar[];
	/** So many rounds at most, because each takes long. */
	rounds?: number;
	/** Starts and seeds what the row needs. Gives the contenders, or why there are none. */
	open(): Promise<Contender[] | string>;
	close?(): Promise<void>;
}

/** The bar that one contender takes at most so much of another's time. */
export const ratio = (one: string, other: string, most: number, text: string, figure = 'seconds'): Bar => ({
	text,
	value: (medians) => medians(one, figure) / medians(other, figure),
	most,
});
