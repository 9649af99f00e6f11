import type { NodeHint } from 'n8n-workflow';
import { operationsOf, type Resources } from '../resources/nodeResources';
import type { AtMostOnce } from './operation';
import type { Fields } from '../read/params';

/** Whether what the operation does with these parameters would be done twice if n8n ran the node again. */
export const isAtMostOnce = (atMostOnce: AtMostOnce | undefined, parameters: Fields): boolean =>
	atMostOnce === true || (atMostOnce?.applies(parameters) ?? false);

/** For operations that look up what is there before they create it, unless they are not to. */
export const withoutLookUp: AtMostOnce = {
	applies: (parameters) => !parameters.inside('options').flag('lookUpFirst', true),
	condition: '$parameter["options"]?.["lookUpFirst"] === false',
};

/**
 * The word in the editor before such an operation is run. (An expression cannot see the settings of its node, so it is
 * said whether *Retry On Fail* is on or off.)
 */
export function atMostOnceHint(resources: Resources): NodeHint {
	const conditions = Object.entries(operationsOf(resources)).flatMap(([resource, byName]) =>
		Object.entries(byName).flatMap(([name, { atMostOnce }]) => {
			if (!atMostOnce) return [];
			const chosen = `$parameter["resource"] === "${resource}" && $parameter["operation"] === "${name}"`;
			return [atMostOnce === true ? `(${chosen})` : `(${chosen} && ${atMostOnce.condition})`];
		}),
	);
	return {
		message:
			'A second run would change things a second time. Leave “Retry On Fail” off in the settings of this node; ' +
			'while it is on, the node refuses to run.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${conditions.join(' || ')} }}`,
	};
}
