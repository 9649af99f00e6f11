import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/package';

const FOLDER = path.join(projectFolder, 'workflows', 'code');

/** How the code of a step of the template is called inside of n8n. */
const STEPS: Record<string, { file: string; call: string }> = {
	'Read the rows': {
		file: 'read-files.js',
		call: `const given = [];
for (const [at, { binary }] of $input.all().entries()) {
	if (binary?.data) given.push({ name: binary.data.fileName, bytes: await this.helpers.getBinaryDataBuffer(at, 'data') });
}
return readFiles(given, $('Your columns').first().json).map((json) => ({ json }));`,
	},
	'Put the order lines together': {
		file: 'join-rows.js',
		call: `return joinRows($input.all().map(({ json }) => json), $('Carrier map').first().json).map((json) => ({ json }));`,
	},
};

const codeOf = ({ file, call }: { file: string; call: string }): string =>
	readFileSync(path.join(FOLDER, file), 'utf8').replace(/^module\.exports = .*\n$/m, `${call}\n`);

interface Template {
	nodes: Array<{ name: string; parameters: Record<string, unknown> }>;
}

/** The template with the code of its steps as it is in workflows/code. */
export function withCode<T extends Template>(template: T): T {
	const nodes = template.nodes.map((node) => {
		const step = STEPS[node.name];
		return step ? { ...node, parameters: { ...node.parameters, jsCode: codeOf(step) } } : node;
	});
	const missing = Object.keys(STEPS).filter((name) => !nodes.some((node) => node.name === name));
	if (missing.length > 0) throw new Error(`The template has no step called ${missing.join(', ')}`);
	return { ...template, nodes };
}
