import { optionsWith, RUN_OPTIONS } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { check } from './check';

export const connection: Resource = {
	name: 'Connection',
	value: 'connection',
	description: 'Whether the credential works, and what it may do',
	operations: [
		{
			name: 'Check',
			value: 'check',
			action: 'Check connection',
			description: 'Check the credential, the speed, the rate limits, the clock and the permissions of the app',
			fields: [optionsWith([], RUN_OPTIONS)],
			run: check,
		},
	],
};
