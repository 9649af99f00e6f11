import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/package';

const FOLDER = path.join(projectFolder, 'workflows', 'code');

interface Step {
	/** Its files, each after those that it needs. */
	files: string[];
	call: string;
}

/** How the code of a step of the template is called inside of n8n. */
const STEPS: Record<string, Step> = {
	'Read the rows': {
		files: ['cut-csv.js', 'shared/read-rows.js', 'read-files.js'],
		call: `const given = [];
for (const [at, { binary }] of $input.all().entries()) {
	if (binary?.data) given.push({ name: binary.data.fileName, bytes: await this.helpers.getBinaryDataBuffer(at, 'data') });
}
return readFiles(given, $('Your columns').first().json).map((json) => ({ json }));`,
	},
	'Put the order lines together': {
		files: ['join-rows.js'],
		call: `return joinRows($input.all().map(({ json }) => json), $('Carrier map').first().json).map((json) => ({ json }));`,
	},
};

/** The code of a step in one piece: n8n knows no modules. */
const codeOf = ({ files, call }: Step): string =>
	[
		...files.map((file) =>
			readFileSync(path.join(FOLDER, file), 'utf8')
				.replace(/^(module\.exports = .*|const .* = require\(.*)\n/gm, '')
				.trim(),
		),
		call,
		'',
	].join('\n\n');

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
