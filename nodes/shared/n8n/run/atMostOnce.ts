import type { NodeHint } from 'n8n-workflow';
import { operationsOf, type Resources } from '../resources/nodeResources';
import type { AtMostOnce } from './operation';
import type { Fields } from '../read/params';

/** Whether the operation with these parameters would repeat a change if n8n ran the node again. */
export const isAtMostOnce = (atMostOnce: AtMostOnce | undefined, parameters: Fields): boolean =>
	atMostOnce === true || (atMostOnce?.applies(parameters) ?? false);

/** For operations that look for existing records before they create any, unless the user turns that off. */
export const withoutLookUp: AtMostOnce = {
	applies: (parameters) => !parameters.inside('options').flag('lookUpFirst', true),
	condition: '$parameter["options"]?.["lookUpFirst"] === false',
};

/**
 * The editor's hint for such operations. (An expression cannot see the settings of its node, so the hint shows whether
 * *Retry On Fail* is on or off.)
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
			'A second run would repeat the change. Keep “Retry On Fail” off in the settings of this node; while it is ' +
			'on, the node refuses to run.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${conditions.join(' || ')} }}`,
	};
}
