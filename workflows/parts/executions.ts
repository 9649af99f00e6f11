/**
 * Settings of a workflow that runs every few minutes: n8n keeps the executions that failed, and those that a user starts
 * by hand, but not the many in which nothing went wrong, which would fill the disk.
 */
export const IDLE = {
	saveDataSuccessExecution: 'none',
	saveDataErrorExecution: 'all',
	saveManualExecutions: true,
} as const;
