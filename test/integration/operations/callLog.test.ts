import { type EngineItem, LINES, type RunResult } from '../../engine';
import { failures } from '../../support/results';
import { useStage } from '../../support/stage';
import { type Known, knownOf, NODES, runCase } from './cases/known';

/** What a line says: no body, no query, nothing of a person. */
const LINE = {
	time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
	node: 'Node',
	operation: expect.any(String),
	method: expect.stringMatching(/^(DELETE|GET|POST|PUT)$/),
	path: expect.stringMatching(/^\/[^?]*$/),
	status: expect.any(Number),
	tries: 1,
	milliseconds: expect.any(Number),
	requestId: null,
	rowsSent: expect.any(Number),
	rowsReceived: expect.any(Number),
	failure: null,
};

/** *Calls* is the last output of a node. */
const callsOf = ({ outputs }: RunResult): EngineItem[] => outputs.at(-1) ?? [];

const withCallLog = ({ given, ...one }: Known): Known => ({
	...one,
	given: {
		...given,
		parameters: {
			...given.parameters,
			options: { ...(given.parameters.options as object | undefined), callLog: true },
		},
	},
});

describe.each(LINES)('n8n line %s', (line) => {
	const stage = useStage(line);
	/** The calls by the path of the catalogue, and as they were made. */
	const madeCalls = (): Array<[template: string, made: string]> =>
		stage.control
			.requests()
			.log.filter(({ path }) => path !== '/oauth/token')
			.map(({ endpoint, method, path }) => [endpoint, `${method} ${path}`]);

	describe.each(NODES)('%s with Call Log', (node) => {
		const known = knownOf(node).map(withCallLog);

		it.each(known)(
			'gives an item for each call on an output of its own, and the same to the log: $name, $contract contract',
			async (one) => {
				const result = await runCase(stage, one, [one.given.good]);
				expect(result).toMatchObject({ status: 'success', errorItems: [] });
				expect(result.items[0]?.json).toMatchObject(one.given.gives);
				const lines = callsOf(result).map(({ json }) => json);
				// A page that was read ahead in vain may still be on its way.
				expect(madeCalls().flat()).toEqual(
					expect.arrayContaining(lines.map(({ method, path }) => `${String(method)} ${String(path)}`)),
				);
				if (!one.given.pages) expect(lines).toHaveLength(madeCalls().length);
				expect(lines.length > 0).toBe(madeCalls().length > 0);
				for (const call of lines)
					expect(call).toEqual({
						...LINE,
						operation: one.name,
						...(call.status === 404 ? { failure: 'notFound' } : {}),
					});
				expect(result.logs.flatMap(({ meta }) => (meta?.path ? [meta] : []))).toMatchObject(lines);
			},
		);

		it.each(known.filter(({ given }) => 'bad' in given))(
			'still sends a failed item to the error output, which comes after it: $name, $contract contract',
			async (one) => {
				const { good, bad } = one.given as typeof one.given & { bad: typeof one.given.good };
				const result = await runCase(stage, one, [bad, good], { onError: 'continueErrorOutput' });
				expect(result.status).toBe('success');
				expect([...new Set(result.pairs.flat())]).toEqual([1]);
				expect(failures(result)).toMatchObject([{ ...bad, error: expect.any(String), failure: expect.any(String) }]);
				expect(callsOf(result).filter(({ json }) => 'error' in json)).toEqual([]);
			},
		);
	});
});
