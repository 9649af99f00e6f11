/** How much one peak hour holds, and how its executions are cut. */
export interface Size {
	/** Orders that come in, and how many of them one execution creates. */
	orders: number;
	ordersAtOnce: number;
	/** Stock updates, how many one execution sends, and the SKUs that they are about. */
	levels: number;
	levelsAtOnce: number;
	skus: number;
	/** Shipments that go out: the first orders of each execution. */
	shipments: number;
}

export const SIZES = {
	small: { orders: 2_000, ordersAtOnce: 250, levels: 4_000, levelsAtOnce: 500, skus: 1_000, shipments: 1_000 },
	medium: { orders: 20_000, ordersAtOnce: 1_000, levels: 40_000, levelsAtOnce: 5_000, skus: 10_000, shipments: 10_000 },
	full: { orders: 100_000, ordersAtOnce: 1_000, levels: 200_000, levelsAtOnce: 5_000, skus: 20_000, shipments: 50_000 },
} as const satisfies Record<string, Size>;
export type SizeName = keyof typeof SIZES;

/** What an execution does. */
export const KINDS = ['orders', 'levels', 'shipments', 'reading'] as const;
export type Kind = (typeof KINDS)[number];

/** Executions of each kind that run side by side. */
export const SIDE_BY_SIDE: Record<Kind, number> = { orders: 3, levels: 2, shipments: 2, reading: 1 };

/** How a run goes. */
export interface Settings {
	seed: number;
	/** Share of the calls that fail, below 1. */
	faults: number;
	/** Calls in a row that fail, once: enough of them, and executions give up. */
	outage: number;
	/** Tries of each call, the node's *Max Tries*. */
	tries: number;
	/** *Timeout* and *Settle Time*. */
	timeoutSeconds: number;
	settleSeconds: number;
	/** The sandbox waits so long before each call. */
	latencyMs: number;
}
