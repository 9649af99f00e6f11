import { LIFECYCLES, type Lifecycle, ORDER_STATUSES } from '../order/orderStatus';
import { cleanText } from '../values/text';
import { type Directory, type Target, directoryOf } from './target';

/** Other spellings of stages. Words that mean different stages in different ERPs belong in the user's table. */
const SPELLINGS: Partial<Record<Lifecycle, readonly string[]>> = {
	cancelled: ['canceled'],
};

/** The stages and statuses that orders can have. @param supported the statuses that the service knows */
export function statusDirectory(supported: readonly string[]): Directory {
	const statuses = ORDER_STATUSES.filter(({ status }) => supported.includes(status));
	const isStage = (text: string): boolean => (LIFECYCLES as readonly string[]).includes(text);
	const stages = LIFECYCLES.map((stage): Target => {
		const all = statuses.filter(({ lifecycle }) => lifecycle === stage).map(({ status }) => status);
		return {
			id: `stage ${stage}`,
			value: stage,
			keys: { stage: [stage, ...(SPELLINGS[stage] ?? [])] },
			active: null,
			details: { status: stage, stage, serviceStatuses: all.join(', ') },
		};
	}).filter(({ details }) => details.serviceStatuses !== '');
	const own = statuses
		.filter(({ status }) => !isStage(status))
		.map(
			({ status, name, lifecycle }): Target => ({
				id: status,
				value: status,
				keys: { status: [status, name], stage: [] },
				active: null,
				widerId: `stage ${lifecycle}`,
				details: { status, stage: lifecycle, serviceStatuses: status },
			}),
		);
	const directory = directoryOf([...own, ...stages], { kinds: ['status', 'stage'] });
	const byStage = directoryOf(stages);
	// `cancelled` is the stage, `CANCELLED` the status.
	return { ...directory, find: (text) => (isStage(cleanText(text)) ? byStage : directory).find(text) };
}
