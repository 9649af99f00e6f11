import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Core from 'n8n-core';
import type * as WorkflowPackage from 'n8n-workflow';
import type { Line } from '../types';
import { recordLog } from './callScope';

type Constructor = abstract new (...args: never[]) => object;

interface Container {
	set(type: Constructor, value: object): void;
	get<T>(type: abstract new (...args: never[]) => T): T;
}

/** One n8n line's own packages: the copies n8n-core of that line itself uses. */
export interface EngineLine {
	line: Line;
	core: typeof Core;
	workflow: typeof WorkflowPackage;
	/** Resolves a module name the way n8n-core of this line does. */
	resolve: (request: string) => string;
}

const CORE_PACKAGE: Record<Line, string> = { '2': 'n8n-core', '1': 'n8n-core-v1' };

/**
 * Loads n8n-core of one line (about a second) with two services replaced: the instance's settings, which would write
 * `~/.n8n/config`, and the logger.
 */
export function loadLine(line: Line): EngineLine {
	const coreFile = require.resolve(CORE_PACKAGE[line]);
	const coreRequire = createRequire(coreFile);
	coreRequire('reflect-metadata');
	const { Container } = coreRequire('@n8n/di') as { Container: Container };
	const { Logger } = coreRequire('@n8n/backend-common') as { Logger: Constructor };
	Container.set(Logger, recordingLogger());
	const core = coreRequire(coreFile) as typeof Core;
	Container.set(core.InstanceSettings, {
		n8nFolder: path.resolve(__dirname, '../../../coverage/n8n'),
		instanceId: 'engine',
		instanceType: 'main',
		encryptionKey: 'engine',
		hmacSignatureSecret: 'engine',
		isLeader: true,
	});
	const workflow = coreRequire('n8n-workflow') as typeof WorkflowPackage;
	return { line, core, workflow, resolve: coreRequire.resolve };
}

function recordingLogger() {
	const logger = {
		error: recordLog.bind(null, 'error'),
		warn: recordLog.bind(null, 'warn'),
		info: recordLog.bind(null, 'info'),
		debug: recordLog.bind(null, 'debug'),
		scoped: () => logger,
	};
	return logger;
}
