import { LINES } from '../../engine';
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
			'gives an item for each call on a second output, and the same to the log: $name, $contract contract',
			async (one) => {
				const result = await runCase(stage, one, [one.given.good]);
				expect(result).toMatchObject({ status: 'success', errorItems: [] });
				expect(result.items[0]?.json).toMatchObject(one.given.gives);
				const lines = result.calls.map(({ json }) => json);
				// A page that was read ahead in vain may still be on its way.
				expect(madeCalls().flat()).toEqual(
					expect.arrayContaining(lines.map(({ method, path }) => `${String(method)} ${String(path)}`)),
				);
				if (!one.given.pages) expect(lines).toHaveLength(madeCalls().length);
				expect(lines).not.toEqual([]);
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
			'still sends a failed item to the error output, which is the third: $name, $contract contract',
			async (one) => {
				const { good, bad } = one.given as typeof one.given & { bad: typeof one.given.good };
				const result = await runCase(stage, one, [bad, good], { onError: 'continueErrorOutput' });
				expect(result.status).toBe('success');
				expect([...new Set(result.pairs.flat())]).toEqual([1]);
				expect(failures(result)).toMatchObject([{ ...bad, error: expect.any(String), failure: expect.any(String) }]);
				expect(result.calls.filter(({ json }) => 'error' in json)).toEqual([]);
			},
		);
	});
});
