export function cents(amount: number): number;
export function sharesOf(discount: number, amounts: readonly number[]): number[];
