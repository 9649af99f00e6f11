import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { templates, textOf } from './templates';

const FOLDER = path.join(__dirname, '..');

for (const [file, workflow] of templates()) {
	const target = path.join(FOLDER, file);
	mkdirSync(path.dirname(target), { recursive: true });
	writeFileSync(target, textOf(workflow));
	console.log(`workflows/${file}`);
}
