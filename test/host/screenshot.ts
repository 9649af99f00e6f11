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
 * `npx tsx test/host/screenshot.ts [--tarball FILE] [--out FOLDER] [--width N] [--height N] [--scale N] [--dark] FILE…`: a picture
 * of each workflow as n8n's editor shows it. Without the tarball of the nodes, ours appear as unknown.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		tarball: { type: 'string' },
		out: { type: 'string', default: path.join(projectFolder, 'docs', 'images') },
		width: { type: 'string', default: '2200' },
		height: { type: 'string', default: '1000' },
		scale: { type: 'string', default: '1' },
		dark: { type: 'boolean', default: false },
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

/** Credentials for the nodes, so that they do not show as unfinished. */
const makeCredentials = async (rest: Rest): Promise<Record<'extensiv' | 'erp', { id: string; name: string }>> => ({
	extensiv: await createCredential(rest, 'extensivOrderManagerApi', 'Extensiv account', {
		environment: 'production',
		accessToken: 'not a token',
		readOnly: false,
	}),
	erp: await createCredential(rest, 'httpBasicAuth', 'ERP', { user: 'nobody', password: 'not a password' }),
});

const withCredentials = (
	workflow: WorkflowFile,
	{ extensiv, erp }: Awaited<ReturnType<typeof makeCredentials>>,
): WorkflowFile => {
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-base.httpRequest') node.credentials = { httpBasicAuth: erp };
		if (!node.type.startsWith('n8n-nodes-extensiv-om.')) continue;
		node.credentials = { extensivOrderManagerApi: extensiv };
		if ('salesChannel' in node.parameters) node.parameters['salesChannel'] = { __rl: true, mode: 'id', value: '1' };
	}
	return workflow;
};

const signIn = async (page: Page, url: string): Promise<void> => {
	await page.goto(`${url}/signin`);
	await page.locator('input[autocomplete="email"], input[type="email"]').first().fill(owner.email);
	await page.locator('input[type="password"]').first().fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((now) => !now.pathname.startsWith('/signin'));
};

const takePicture = async (page: Page, address: string, file: string): Promise<void> => {
	await page.goto(address);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await page.waitForTimeout(1500);
	await page.addStyleTag({ content: hideBars });
	// The editor's key for "zoom to fit".
	await page.keyboard.press('1');
	await page.waitForTimeout(1000);
	await page.screenshot({ path: file, clip: await drawnArea(page) });
	say(`written: ${file}`);
};

/** `postgres-orders-in` for `workflows/postgres/orders-in.json`. */
const nameOf = (file: string): string =>
	path
		.relative(path.join(projectFolder, 'workflows'), path.resolve(file))
		.replace(/\.json$/, '')
		.replaceAll(path.sep, '-');

const main = async (): Promise<void> => {
	const executablePath = process.env['CHROMIUM'] ?? browsers.find((file) => existsSync(file));
	if (executablePath === undefined)
		throw new Error(`No browser found; name one in CHROMIUM or install one of ${browsers.join(', ')}`);
	await mkdir(values.out, { recursive: true });
	const host = await startHost({ ...(values.tarball !== undefined && { tarball: values.tarball }) });
	const browser = await chromium.launch({ executablePath, args: quietLaunch });
	try {
		const credentials = values.tarball === undefined ? undefined : await makeCredentials(host.rest);
		const page = await browser.newPage({
			viewport: { width: Number(values.width), height: Number(values.height) },
			deviceScaleFactor: Number(values.scale),
			colorScheme: values.dark ? 'dark' : 'light',
		});
		await signIn(page, host.url);
		for (const file of positionals) {
			const workflow = workflowFile.parse(JSON.parse(await readFile(file, 'utf8')));
			const id = await importWorkflow(host.rest, credentials ? withCredentials(workflow, credentials) : workflow);
			await takePicture(page, `${host.url}/workflow/${id}`, path.join(values.out, `${nameOf(file)}.png`));
		}
	} finally {
		await browser.close();
		await host.stop();
	}
};

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
