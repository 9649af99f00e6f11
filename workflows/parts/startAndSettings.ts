import { type Setting } from './erp';
import { setFields } from './steps/n8nSteps';
import type { Section, Step } from './step';

/**
 * The section with which a flow begins: what starts it, and what a person sets once.
 * @param triggers the first of them is the one that a person presses
 */
export const startAndSettings = (triggers: readonly [Step, ...Step[]], settings: Setting[], note: string): Section => ({
	title: 'Start and settings',
	note,
	steps: [...triggers, setFields('Settings', settings)],
	links: triggers.map(({ name }) => ({ from: name, to: 'Settings' })),
	entry: triggers[0].name,
	exit: { step: 'Settings' },
});

/** What the note says of the triggers. */
export const startedBy = (schedule: string): string =>
	`**Start** runs it by hand; **${schedule}** runs it once you publish the workflow.`;
