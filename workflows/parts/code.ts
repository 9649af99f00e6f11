import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from './step';
import { code } from './steps/n8nSteps';

const FOLDER = path.join(__dirname, '..', 'code');
/** What only Node.js understands. */
const REST = /^(module\.exports = \{[^}]*\};|const (?:\w+|\{[^}]*\}) = require\(.*)$/gm;

/** *Code* with functions from files of `workflows/code`, each after those that it needs. n8n knows no modules. */
export const codeFrom = (name: string, files: readonly string[], call: string): Step =>
	code(name, [...files.map(functionsOf), call].join('\n\n'));

const functionsOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8').replace(REST, '').trim();
