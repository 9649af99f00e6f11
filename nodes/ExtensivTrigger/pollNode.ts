import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { CallLog } from '../shared/n8n/connect/callLog';
import { type Connected, type ConnectContext, connect } from '../shared/n8n/connect/connection';
import { contractFor } from '../shared/contracts';
import { Fields } from '../shared/n8n/read/params';
import { NO_SECRETS } from '../shared/n8n/secrets/secrets';
import { clientOptions } from '../shared/n8n/run/runOptions';
import { FeedUse } from './stock/feedUse';
import { poll } from './poll';
import { pollError } from './pollError';
import { readSettings } from './readSettings';
import { sample } from './engine/sample';
import type { SavedState } from './state/checkpoint';

/** How long a poll may read while there is a backlog. n8n 2 aborts polls that exceed its own limit. */
const LONGEST_MS = 60_000;
/** The share of n8n's own limit that a poll uses: one read may still be under way at its end. */
const SHARE = 0.5;

/**
 * Nodes with a poll under way: a concurrent one would emit the same events. n8n's durable scheduler makes up for
 * several missed polls at once.
 */
const underWay = new Set<string>();

/** When this process last sent items, by node: as the process still runs, n8n has received them. */
const sent = new Map<string, number>();

/**
 * One poll of the node, or the output of *Fetch Test Event*. The new state is stored last, when nothing can fail any
 * more.
 */
export async function pollNode(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const kept = context.getWorkflowStaticData('node');
	const isManual = context.getMode() === 'manual';
	const key = `${context.getWorkflow().id} ${context.getNode().id}`;
	if (!isManual && underWay.has(key)) return null;
	if (!isManual) underWay.add(key);
	let connected: Connected | undefined;
	try {
		const fields = new Fields((name) => context.getNodeParameter(name, null), context.getTimezone());
		const authentication = fields.text('authentication') ?? '';
		const settings = readSettings(fields, contractFor(authentication).contract);
		const calls = new CallLog(context.logger, { node: context.getNode().name, operation: 'poll' }, false);
		connected = await connect(context as unknown as ConnectContext, authentication, clientOptions(fields), {
			hideInRows: true,
			calls,
		});
		const { manager } = connected;
		const feed = FeedUse.of(context, settings, connected);
		if (isManual) return output(await sample(manager, settings, Math.floor(Date.now() / 1000)));
		const saved = plain(kept.state) as Partial<SavedState> | undefined;
		const acknowledged = saved?.savedAt !== undefined && saved.savedAt === sent.get(key);
		const shared = feed?.begin(saved) ?? { isWhole: false, notices: [] };
		const budgetMs = budget(context);
		const { items, state, begins, notices } = await poll({
			manager,
			settings,
			saved: withNotices(saved, shared.notices),
			acknowledged,
			isFeedWhole: shared.isWhole,
			clock: Date.now,
			budgetMs,
		});
		for (const notice of [...shared.notices, ...notices]) context.logger.warn(notice);
		kept.state = state as unknown as IDataObject;
		feed?.end(state);
		if (items.length > 0) sent.set(key, state.savedAt);
		return output(items, begins);
	} catch (error) {
		await connected?.collectSecrets();
		throw pollError(context.getNode(), error, connected?.secrets ?? NO_SECRETS);
	} finally {
		if (!isManual) underWay.delete(key);
	}
}

/** The state as if the previous poll had left these notices. */
const withNotices = (saved: Partial<SavedState> | undefined, notices: string[]): Partial<SavedState> | undefined =>
	saved && notices.length > 0 ? { ...saved, notices: [...(saved.notices ?? []), ...notices] } : saved;

/** n8n passes an observed object with hidden keys in every part. */
const plain = (state: unknown): unknown =>
	state === undefined ? undefined : (JSON.parse(JSON.stringify(state)) as unknown);

/**
 * n8n saves a poll's state only if the poll returns something, if only an empty list. Without that, a restart before
 * the first item would begin again and skip what happened meanwhile.
 */
const output = (items: ReadonlyArray<Record<string, unknown>>, begins = false): INodeExecutionData[][] | null =>
	items.length === 0 && !begins ? null : [items.map((json) => ({ json: json as IDataObject }))];

/** n8n 1 has no such limit. */
function budget(context: IPollFunctions): number {
	const limit = (context as { getPollBudgetMs?: () => number }).getPollBudgetMs?.();
	return Math.min(LONGEST_MS, (limit ?? Infinity) * SHARE);
}
