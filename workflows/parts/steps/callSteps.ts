import { codeFrom } from '../code';
import { ifTrue, loopOneByOne } from './n8nSteps';
import type { Link, Step } from '../step';

/** Shows records as items. */
export const asItems = 'map((json) => ({ json }))';

/** The step that says what became of each item. */
export const SETTLED = 'What became of them';
/** Its name where a workflow has several of them. */
export const settledOf = (things: string): string => (things === '' ? SETTLED : `What became of the ${things}`);

/**
 * Steps that make calls one after another, and pass over those of a task that has failed.
 * @param erp name of the ERP
 * @param plan step that gives the calls (`code/calls.d.ts`)
 * @param ask makes the call that it gets, and gives the response, also if it is an error
 * @param files code with `answered(call, response)` and `outcomes(calls)`
 * @param prepare a step before `ask`, for calls that need what an earlier one of their task gave
 * @param things what the items are, where a workflow has several such loops: their steps need names of their own
 */
export const oneCallAtATime = (
	erp: string,
	plan: Step,
	ask: Step,
	files: readonly string[],
	prepare?: Step,
	things = '',
): { steps: Step[]; links: Link[] } => {
	const about = things === '' ? '' : ` of ${things}`;
	const loop = loopOneByOne(`One call at a time${about}`);
	const said = codeFrom(
		`What ${erp} said${about}`,
		files,
		`return [{ json: answered($('${loop.name}').first(1).json, $input.first().json) }];`,
	);
	const goOn = ifTrue(
		`Go on${about}?`,
		`={{ !!$json.method && !($('${said.name}').isExecuted && $('${said.name}').first().json.problem && ` +
			`$('${said.name}').first().json.task === $json.task) }}`,
	);
	return {
		steps: [
			loop,
			goOn,
			...(prepare ? [prepare] : []),
			ask,
			said,
			codeFrom(settledOf(things), files, `return outcomes($input.all().map(({ json }) => json)).${asItems};`),
		],
		links: [
			{ from: plan.name, to: loop.name },
			{ from: loop.name, to: settledOf(things) },
			{ from: loop.name, output: 1, to: goOn.name },
			{ from: goOn.name, to: prepare?.name ?? ask.name },
			...(prepare ? [{ from: prepare.name, to: ask.name }] : []),
			{ from: goOn.name, output: 1, to: loop.name },
			{ from: ask.name, to: said.name },
			{ from: said.name, to: loop.name },
		],
	};
};
