import type { IDataObject, Logger } from 'n8n-workflow';
import type { CallReport } from '../../http/calls/record';
import { failureClass } from '../errors/failureClass';
import type { Secrets } from '../secrets/secrets';

/** One HTTP call, as the log and the output *Calls* show it. It has no body, no query and no secret. */
export interface CallLine extends IDataObject {
	/** When the call began, ISO 8601. */
	time: string;
	node: string;
	/** What the node was doing, for example `order create`. */
	operation: string;
	method: string;
	path: string;
	/** Null if no response arrived. */
	status: number | null;
	tries: number;
	milliseconds: number;
	/** The service's own number for the call, where it gives one. */
	requestId: string | null;
	rowsSent: number;
	rowsReceived: number;
	/** The class of the failure; null for a call that succeeded. */
	failure: string | null;
}

/** Writes every call of a run to n8n's log, and keeps the lines if the node shows them. */
export class CallLog {
	readonly lines: CallLine[] = [];

	/** @param keeps whether the lines are wanted afterwards */
	constructor(
		private readonly logger: Pick<Logger, 'debug' | 'info'>,
		private readonly about: { node: string; operation: string },
		private readonly keeps: boolean,
	) {}

	/** Calls that went through at once are logged as `debug`, failed and repeated ones as `info`. */
	add(report: CallReport, secrets: Secrets): void {
		const line = this.lineOf(report, secrets);
		const { method, path, status, tries, milliseconds } = line;
		const message =
			`Extensiv: ${method} ${path}: ${status ?? 'no response'}, ${milliseconds} ms` +
			(tries > 1 ? `, ${tries} tries` : '');
		this.logger[line.failure !== null || tries > 1 ? 'info' : 'debug'](message, line);
		if (this.keeps) this.lines.push(line);
	}

	private lineOf(report: CallReport, secrets: Secrets): CallLine {
		const { startedAt, method, path, status, tries, milliseconds, requestId, rowsSent, rowsReceived, error } = report;
		return {
			time: new Date(startedAt).toISOString(),
			...this.about,
			method,
			path: secrets.scrub(path),
			status: status ?? null,
			tries,
			milliseconds,
			requestId: requestId === undefined ? null : secrets.scrub(requestId),
			rowsSent,
			rowsReceived,
			failure: error === undefined ? null : failureClass(error),
		};
	}
}
