import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { instrument } from './coverage';

/** Bundled libraries: not the project's own source, and without any state of ours. */
const VENDOR = `${path.sep}vendor${path.sep}`;

type Evaluate = (exports: unknown, require: NodeJS.Require, module: NodeModule, file: string, folder: string) => void;

/**
 * Loads the files under `folder` as Node does, but compiles each once however often it is loaded anew: every test file opens an engine with modules of its own.
 * `counted`: what is executed of them is counted.
 */
export function compileOnce(folder: string, counted: boolean): void {
	const extensions = (Module as unknown as { _extensions: Record<string, (module: NodeModule, file: string) => void> })
		._extensions;
	const load = extensions['.js'];
	const compiled = new Map<string, Evaluate>();
	extensions['.js'] = (module, file) => {
		if (!file.startsWith(folder + path.sep) || isVendor(file)) return load?.(module, file);
		const code = (): string => (counted ? instrument(file) : readFileSync(file, 'utf8'));
		const evaluate =
			compiled.get(file) ??
			(compileFunction(code(), ['exports', 'require', 'module', '__filename', '__dirname'], {
				filename: file,
			}) as Evaluate);
		compiled.set(file, evaluate);
		evaluate.call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
	};
}

export const isVendor = (file: string): boolean => file.includes(VENDOR);
