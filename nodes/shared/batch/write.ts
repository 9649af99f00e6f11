import type { ApiClient, Call } from '../http/client';
import type { Endpoint } from '../http/endpoint';
import { type Row, buildRowsWithPauses } from './buildRows';
import { type RowRules, settleRows } from './confirm/confirmRows';
import { forEachGroup, groupsOf } from './groups';
import { mapConcurrent } from './mapConcurrent';
import { type Duplicates, rejectDuplicates } from './rejectDuplicates';
import { sendAtMostOnce } from './sendAtMostOnce';
import { type Overlap, sendInBatches } from './sendInBatches';
import { sendReconciled } from './sendReconciled';
import type { BatchItem, ItemResult } from './types';

export type { Duplicates, Row };

type Results<R> = Promise<Array<ItemResult<R>>>;

/** What happens before anything is sent. All steps are optional. */
interface Steps<T, B> {
	/**
	 * Builds what is sent for one input: its body, or a part of it. An input for which it throws is not sent. Without it,
	 * inputs keep the bodies that an earlier step has built.
	 */
	build?: (value: T) => B;
	/** Only the first of duplicate inputs is sent. */
	duplicates?: Duplicates<T>;
	/** Inputs with the same key are sent once and share the result. */
	shareBy?: (value: T) => string;
	/**
	 * What an input changes. Batches that change different things are sent several at a time, if a lost response does not
	 * end the run; without it, and without `duplicates` or `shareBy`, one after the other.
	 */
	distinctBy?: (value: T) => string;
	/** Inputs with the same key may share a call. The groups run one after the other. */
	groupBy?: (value: T) => string;
	/** Results of an earlier step of the run. If an error among them would stop this step too, nothing is sent. */
	after?: ReadonlyArray<ItemResult<unknown>>;
}

/** An endpoint that takes many rows. Its catalogue row has the batch size and says what to do after a lost response. */
interface BulkCall<T, B, R> {
	endpoint: Endpoint;
	/** The call for some of the rows. If absent, its body is the list of their bodies. */
	call?: (rows: Array<Row<T, B>>) => Pick<Call, 'path' | 'query' | 'body'>;
	/** How the response gives each row its result. */
	settle: RowRules<Row<T, B>, R> | ((rows: Array<Row<T, B>>, response: unknown) => Array<ItemResult<R>>);
	/**
	 * Looks up rows whose response is lost or confirms nothing, and gives a result for each that took effect. Not used if
	 * a lost response fails the write.
	 */
	find?: (rows: Array<Row<T, B>>) => Promise<(row: Row<T, B>) => R | undefined>;
	/** The service takes one request at a time, so other runs in this process wait. */
	oneAtATime?: boolean;
}

/** A bulk endpoint whose calls need more than `BulkCall` says. */
interface BatchSender<T, B, R> {
	endpoint: Endpoint;
	/** Rows per call; defaults to the catalogue's figure. */
	batchSize?: number;
	/** The signal aborts when the batch must not be sent any more. */
	sendBatch: (rows: Array<Row<T, B>>, unlessHalted?: AbortSignal) => Results<R>;
}

/** An endpoint that takes one object and whose effect can be looked up. */
interface SingleSender<T, B, R> {
	sendEach: (row: Row<T, B>) => Promise<R>;
	/** Defaults to 1. */
	concurrency?: number;
	/**
	 * Inputs with the same key run one after the other, because concurrent changes of one record might undo each other.
	 */
	inOrderBy?: (value: T) => string;
}

/**
 * An endpoint that takes one object, at most once. After a lost response the rest is not sent, so that somebody can
 * check first.
 */
interface OnceSender<T, B, R> {
	sendAtMostOnce: (row: Row<T, B>) => Promise<R>;
}

/** Several calls per group. */
interface GroupSender<T, B, R> {
	sendGroup: (rows: Array<Row<T, B>>) => Results<R>;
}

export type Write<T, B, R> = Steps<T, B> &
	(BulkCall<T, B, R> | BatchSender<T, B, R> | SingleSender<T, B, R> | OnceSender<T, B, R> | GroupSender<T, B, R>);

/**
 * Writes inputs: builds their bodies, rejects duplicates, groups, sends in batches, reconciles or fails after a lost
 * response, and gives a result for every input. After an error that would stop the next input too, the rest is not
 * sent, and its results say so.
 */
export async function write<T, R, B = undefined>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<T> & { body?: B }>,
	how: Write<T, B, R>,
): Results<R> {
	const { rows, bad } = how.build
		? await buildRowsWithPauses(client, inputs, how.build)
		: { rows: inputs as Array<Row<T, B>>, bad: [] };
	const { once, repeats } = how.duplicates ? rejectDuplicates(rows, how.duplicates) : { once: rows, repeats: [] };
	return [...bad, ...repeats, ...(await sendShared(client, once, how))];
}

async function sendShared<T, B, R>(client: ApiClient, rows: Array<Row<T, B>>, how: Write<T, B, R>): Results<R> {
	if (!how.shareBy) return await sendGroups(client, rows, how);
	const sharing = groupsOf(rows, how.shareBy);
	const results = await sendGroups(
		client,
		sharing.flatMap(([first]) => first ?? []),
		how,
	);
	const byIndex = new Map(results.map((result) => [result.index, result]));
	return sharing.flatMap((group) => {
		const result = byIndex.get(group[0]?.index ?? -1);
		return result ? group.map(({ index }) => ({ ...result, index })) : [];
	});
}

async function sendGroups<T, B, R>(client: ApiClient, rows: Array<Row<T, B>>, how: Write<T, B, R>): Results<R> {
	const { groupBy, after } = how;
	if (rows.length === 0) return [];
	if (!groupBy && !after) return await send(client, rows, how);
	return await forEachGroup(
		groupBy ? groupsOf(rows, groupBy) : [rows],
		async (group) => await send(client, group, how),
		after,
	);
}

async function send<T, B, R>(client: ApiClient, rows: Array<Row<T, B>>, how: Write<T, B, R>): Results<R> {
	if ('sendGroup' in how) return await how.sendGroup(rows);
	if ('sendEach' in how) return await mapConcurrent(rows, how.concurrency ?? 1, how.sendEach, how.inOrderBy);
	if ('sendAtMostOnce' in how)
		return await sendAtMostOnce(rows, 1, async ([row]) => (row ? [await once(row, how)] : []));
	const { endpoint } = how;
	const overlap = overlapOf(client, how);
	if ('sendBatch' in how) {
		const size = how.batchSize ?? endpoint.batch ?? 1;
		if (endpoint.onLostResponse === 'fail') return await sendAtMostOnce(rows, size, how.sendBatch);
		return await sendInBatches(rows, size, how.sendBatch, overlap);
	}
	const { call = listOfBodies, settle, find } = how;
	const work = {
		call,
		find,
		settle: (open: Array<Row<T, B>>, response: unknown): Array<ItemResult<R>> =>
			typeof settle === 'function'
				? settle(open, response)
				: settleRows(endpoint, client.connection.dialect, open, response, settle),
	};
	const sendRows = async (): Results<R> =>
		endpoint.onLostResponse === 'fail'
			? await sendAtMostOnce(rows, endpoint.batch ?? 1, async (batch) =>
					work.settle(batch, await client.call(endpoint, call(batch))),
				)
			: await sendReconciled(client, endpoint, rows, work, overlap);
	if (!how.oneAtATime) return await sendRows();
	return await client.inTurns([`${client.connection.baseUrl} ${endpoint.name}`], sendRows);
}

/** Batches under way at the same time: enough to hide the latency, few enough not to crowd the service. */
export const BATCHES_AT_ONCE = 8;

/** How batches may overlap. After any trouble with the connection or the service, they go one after the other. */
function overlapOf<T, B>(
	client: ApiClient,
	how: Steps<T, B> & { endpoint: Endpoint; oneAtATime?: boolean },
): Overlap<T> | undefined {
	const { endpoint, oneAtATime, distinctBy = how.duplicates?.by ?? how.shareBy } = how;
	if (oneAtATime || endpoint.onLostResponse === 'fail') return undefined;
	const before = client.failedTries;
	const width = (): number => (client.failedTries > before ? 1 : BATCHES_AT_ONCE);
	if (!endpoint.writes) return { width, keyOf: () => undefined };
	return distinctBy && { width, keyOf: distinctBy };
}

const listOfBodies = (rows: Array<Row<unknown, unknown>>): { body: unknown[] } => ({
	body: rows.map(({ body }) => body),
});

const once = async <T, B, R>(
	row: Row<T, B>,
	{ sendAtMostOnce: send }: OnceSender<T, B, R>,
): Promise<ItemResult<R>> => ({
	index: row.index,
	ok: true,
	value: await send(row),
});
