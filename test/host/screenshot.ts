import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { createCredential } from './credentials';
import { startHost } from './host';
import { projectFolder } from './package';
import { say } from './progress';
import { owner, type Rest } from './rest';
import { importWorkflow, workflowFile, type WorkflowFile } from './workflows';

/**
 * `npx tsx test/host/screenshot.ts [--workflow FILE] [--tarball FILE] [--out FILE] [--width N] [--height N]`: a picture of a
 * workflow as n8n's editor shows it. Without the tarball of the nodes, ours appear as unknown.
 */
const { values } = parseArgs({
	options: {
		workflow: { type: 'string', default: path.join(projectFolder, 'workflows', 'erp-orders-to-extensiv.json') },
		tarball: { type: 'string' },
		out: { type: 'string', default: path.join(projectFolder, 'docs', 'images', 'erp-orders-to-extensiv.png') },
		width: { type: 'string', default: '2200' },
		height: { type: 'string', default: '1000' },
	},
});

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const quietLaunch = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The editor's own bars and buttons, which are no part of the workflow. */
const hideBars = `
	#sidebar, #header, #assistant-fab, [data-test-id="canvas-controls"], [data-test-id="node-creator-plus-button"], .vue-flow__minimap,
	[class*="nodeButtonsWrapper"], [class*="_executionButtons"], [data-test-id*="logs"], [class*="_sidebar_"] { display: none !important; }
`;

const margin = 20;

/** The rectangle that holds every node and note, in pixels of the page. */
const drawnArea = async (page: Page): Promise<{ x: number; y: number; width: number; height: number }> => {
	const boxes = (
		await Promise.all((await page.locator('.vue-flow__node').all()).map(async (node) => await node.boundingBox()))
	).filter((box) => box !== null);
	const left = Math.min(...boxes.map((box) => box.x)) - margin;
	const top = Math.min(...boxes.map((box) => box.y)) - margin;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
	return { x: Math.max(0, left), y: Math.max(0, top), width: right - left, height: bottom - top };
};

/** The workflow with credentials in its nodes, so that they do not show as unfinished. */
const withCredential = async (rest: Rest, workflow: WorkflowFile): Promise<WorkflowFile> => {
	if (values.tarball === undefined) return workflow;
	const { id, name } = await createCredential(rest, 'extensivOrderManagerApi', 'Extensiv account', {
		environment: 'production',
		accessToken: 'not a token',
		readOnly: false,
	});
	const erp = await createCredential(rest, 'httpBasicAuth', 'ERP', { user: 'nobody', password: 'not a password' });
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-base.httpRequest')
			node.credentials = { httpBasicAuth: { id: erp.id, name: erp.name } };
		if (!node.type.startsWith('n8n-nodes-extensiv-om.')) continue;
		node.credentials = { extensivOrderManagerApi: { id, name } };
		if ('salesChannel' in node.parameters) node.parameters['salesChannel'] = { __rl: true, mode: 'id', value: '1' };
	}
	return workflow;
};

const main = async (): Promise<void> => {
	const executablePath = process.env['CHROMIUM'] ?? browsers.find((file) => existsSync(file));
	if (executablePath === undefined)
		throw new Error(`No browser found; name one in CHROMIUM or install one of ${browsers.join(', ')}`);
	const host = await startHost({ ...(values.tarball !== undefined && { tarball: values.tarball }) });
	const browser = await chromium.launch({ executablePath, args: quietLaunch });
	try {
		const workflow = workflowFile.parse(JSON.parse(await readFile(values.workflow, 'utf8')));
		const workflowId = await importWorkflow(host.rest, await withCredential(host.rest, workflow));
		const page = await browser.newPage({ viewport: { width: Number(values.width), height: Number(values.height) } });
		await page.goto(`${host.url}/signin`);
		await page.locator('input[autocomplete="email"], input[type="email"]').first().fill(owner.email);
		await page.locator('input[type="password"]').first().fill(owner.password);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
		await page.goto(`${host.url}/workflow/${workflowId}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await page.waitForTimeout(2000);
		await page.addStyleTag({ content: hideBars });
		// The editor's key for "zoom to fit".
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		await mkdir(path.dirname(values.out), { recursive: true });
		await page.screenshot({ path: values.out, clip: await drawnArea(page) });
		say(`written: ${values.out}`);
	} finally {
		await browser.close();
		await host.stop();
	}
};

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
