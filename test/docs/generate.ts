import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pages } from './pages';

for (const [name, text] of Object.entries(pages())) writeFileSync(path.resolve(__dirname, '../../docs', name), text);
