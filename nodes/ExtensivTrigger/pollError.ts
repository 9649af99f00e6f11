import type { INode } from 'n8n-workflow';
import { describeError, toNodeError } from '../shared/n8n/errors/errors';
import type { Secrets } from '../shared/n8n/secrets/secrets';

/**
 * The n8n error for a failed poll, with status and cause: n8n starts the error workflow with it, and waits as long as
 * the service asks.
 */
export const pollError = (node: INode, error: unknown, secrets: Secrets): Error =>
	toNodeError(node, error, describeError(error, '', secrets));
