import type { IDataObject } from 'n8n-workflow';
import { failures } from '../../support/results';
import { useStage } from '../../support/stage';
import { type Known, knownOf, NODES, runCase } from '../operations/cases/known';

/** What spreadsheets, expressions and programs give in place of a value. */
const JUNK: unknown[] = [
	{ id: 7 },
	['a', 'b'],
	'#REF!',
	'#N/A',
	'[object Object]',
	'undefined',
	'{{ $json.no }}',
	9.4e21,
	'9.4e+21',
];

/** The fields of the incoming item that an operation's parameters refer to. */
const mapped = ({ given }: Known): string[] =>
	Object.keys(given.good).filter((field) => JSON.stringify(given.parameters).includes(`$json.${field}`));

/** Operations that take something from the item; what a custom call takes is sent as it is. */
const knownWithFields = NODES.flatMap((node) => knownOf(node)).filter(
	(one) => one.resource !== 'customApiCall' && mapped(one).length > 0,
);

describe('Whatever a field is mapped to, only values of its kind are taken', () => {
	const stage = useStage('2');

	it('is tried with most operations', () =>
		expect(new Set(knownWithFields.map(({ name }) => name)).size).toBeGreaterThan(40));

	it.each(knownWithFields)('$node: $name, $contract contract', async (one) => {
		const items = mapped(one).flatMap((field) =>
			JUNK.map((junk) => ({ ...one.given.good, [field]: junk }) as IDataObject),
		);
		const result = await runCase(stage, one, items, { onError: 'continueErrorOutput' });
		expect(result.items.map(({ json }) => json)).toEqual([]);
		// A node with several outputs has one for codes that mean nothing.
		const refused = result.outputs.slice(1).flat();
		expect(refused.filter(({ json }) => !json.reason)).toEqual([]);
		expect(result.errorItems.length + refused.length).toBe(items.length);
		for (const { error, message } of failures(result))
			expect([error, message]).toEqual([
				expect.stringMatching(/^(?!.*(TypeError|is not a function|Cannot read))/),
				expect.stringMatching(/\w/),
			]);
		const { log } = stage.control.requests();
		expect(log.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')).toEqual([]);
		expect(log.filter(({ query }) => /object(%20|\+| )Object|REF|undefined|NaN|e%2B21/i.test(query))).toEqual([]);
	});
});
