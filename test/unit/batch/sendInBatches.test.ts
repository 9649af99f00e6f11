import { ApiError, type ApiErrorKind } from '../../../nodes/shared/http/errors/apiError';
import { sendInBatches } from '../../../nodes/shared/batch/sendInBatches';
import { chunks } from '../../../nodes/shared/domain/chunks';
import { type ItemResult, type BatchItem } from '../../../nodes/shared/batch/types';
import { placed } from '../../support/samples';

const refusal = (rows?: number[], status = 422): ApiError =>
	new ApiError({ kind: 'refused', message: 'Refused', status, rows: rows?.map((row) => ({ row })) });

/** A service that refuses a whole batch for one bad row; `tells` says whether it names the rows. */
class Service {
	readonly batches: number[][] = [];

	constructor(
		private readonly isBad: (value: number) => boolean,
		private readonly tells: boolean,
	) {}

	readonly send = async (batch: Array<BatchItem<number>>): Promise<Array<ItemResult<string>>> => {
		this.batches.push(batch.map(({ value }) => value));
		const bad = batch.flatMap(({ value }, row) => (this.isBad(value) ? [row] : []));
		if (bad.length > 0) throw refusal(this.tells ? bad : undefined);
		return batch.map(({ index, value }) => ({ index, ok: true, value: `did ${value}` }));
	};
}

const upTo = (count: number): Array<BatchItem<number>> => placed(Array.from({ length: count }, (_, at) => at));
const indexes = (outcomes: Array<ItemResult<string>>, ok: boolean): number[] =>
	outcomes.flatMap((outcome) => (outcome.ok === ok ? [outcome.index] : [])).sort((a, b) => a - b);

describe('batches', () => {
	it('are as large as they may be, and the last one what is left', () => {
		expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
		expect(chunks([], 2)).toEqual([]);
	});

	it('send everything, each input getting its own outcome', async () => {
		const service = new Service(() => false, false);
		const outcomes = await sendInBatches(upTo(5), 2, service.send);
		expect(service.batches).toEqual([[0, 1], [2, 3], [4]]);
		expect(outcomes).toEqual([0, 1, 2, 3, 4].map((index) => ({ index, ok: true, value: `did ${index}` })));
	});

	it('send nothing when there is nothing', async () => {
		const service = new Service(() => false, false);
		expect(await sendInBatches([], 2, service.send)).toEqual([]);
		expect(service.batches).toEqual([]);
	});
});

describe.each([true, false])('a batch that is refused for one row (the service names rows: %s)', (tells) => {
	it.each([[[0]], [[7]], [[19]], [[3, 4]], [[0, 10, 19]]])(
		'with bad rows %j: exactly those fail, the others go through',
		async (bad) => {
			const service = new Service((value) => bad.includes(value), tells);
			const outcomes = await sendInBatches(upTo(20), 10, service.send);
			expect(indexes(outcomes, false)).toEqual(bad);
			expect(outcomes).toHaveLength(20);
		},
	);

	it('sends nothing twice that went through', async () => {
		const done: number[] = [];
		const service = new Service((value) => value === 5, tells);
		await sendInBatches(upTo(20), 20, async (batch) => {
			const outcomes = await service.send(batch);
			done.push(...batch.map(({ value }) => value));
			return outcomes;
		});
		expect(new Set(done).size).toBe(done.length);
		expect(done).toHaveLength(19);
	});

	it('ends when every row is bad', async () => {
		const service = new Service(() => true, tells);
		expect(indexes(await sendInBatches(upTo(8), 8, service.send), false)).toHaveLength(8);
		expect(service.batches.length).toBeLessThanOrEqual(15);
	});
});

describe('finding the bad row', () => {
	it('takes three calls when the service names it', async () => {
		const service = new Service((value) => value === 5, true);
		await sendInBatches(upTo(100), 100, service.send);
		expect(service.batches.map((batch) => batch.length)).toEqual([100, 99, 1]);
	});

	it('takes as many halvings as it must when the service does not', async () => {
		const service = new Service((value) => value === 5, false);
		await sendInBatches(upTo(100), 100, service.send);
		expect(service.batches.length).toBeLessThanOrEqual(15);
	});

	it('lets a row pass that was named wrongly', async () => {
		const seen: number[][] = [];
		const outcomes = await sendInBatches(upTo(3), 3, async (batch): Promise<Array<ItemResult<string>>> => {
			seen.push(batch.map(({ value }) => value));
			if (batch.some(({ value }) => value === 2)) throw refusal(batch.length === 3 ? [0] : undefined);
			return batch.map(({ index }) => ({ index, ok: true, value: '' }));
		});
		expect(indexes(outcomes, false)).toEqual([2]);
	});

	it.each([400, 413, 422])('is tried after status %d', async (status) => {
		const outcomes = await sendInBatches(upTo(4), 4, async (batch): Promise<Array<ItemResult<string>>> => {
			if (batch.length > 1) throw refusal(undefined, status);
			return batch.map(({ index }) => ({ index, ok: true, value: '' }));
		});
		expect(indexes(outcomes, true)).toEqual([0, 1, 2, 3]);
	});
});

describe('trouble that concerns all', () => {
	it.each<ApiErrorKind>([
		'unauthorized',
		'redirected',
		'forbidden',
		'unreachable',
		'unavailable',
		'rateLimited',
		'readOnly',
		'cancelled',
		'indeterminate',
	])('%s stops the rest: what was not sent says so', async (kind) => {
		const error = new ApiError({ kind, message: 'Trouble' });
		let sent = 0;
		const outcomes = await sendInBatches(upTo(10), 2, async (batch): Promise<Array<ItemResult<string>>> => {
			sent += 1;
			if (sent === 2) throw error;
			return batch.map(({ index }) => ({ index, ok: true, value: '' }));
		});
		expect(sent).toBe(2);
		expect(indexes(outcomes, true)).toEqual([0, 1]);
		expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === error)).toHaveLength(2);
		expect(
			outcomes.filter((outcome) => !outcome.ok && outcome.error.message.startsWith('Not sent, because')),
		).toHaveLength(6);
	});

	it('whatever is thrown becomes an error', async () => {
		const outcomes = await sendInBatches(upTo(1), 1, () => Promise.reject('just text' as unknown as Error));
		expect(outcomes).toEqual([{ index: 0, ok: false, error: new Error('just text') }]);
	});
});
