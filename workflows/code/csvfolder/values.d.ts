export interface Problem {
	problem: string;
	remedy: string;
}

export function isNothing(cell: string | undefined): boolean;

export function numbersOf(
	column: string,
	texts: ReadonlyArray<string | undefined>,
	decimalSeparator?: string,
): (text: string | undefined) => { number?: number } | Problem;

export function problemOfCode(column: string, text: string | undefined): Problem | undefined;
