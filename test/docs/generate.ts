import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTemplateText, templateFile } from '../demo/template';
import { withCode } from '../demo/templateCode';
import { pages } from './pages';

for (const [name, text] of Object.entries(pages())) writeFileSync(path.resolve(__dirname, '../../docs', name), text);
writeFileSync(templateFile, `${JSON.stringify(withCode(JSON.parse(readTemplateText())), null, 2)}\n`);
