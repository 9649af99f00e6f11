import { createHash } from 'node:crypto';
import { entryOf, exitOf, type Link, linksOf, type LinkType, type Section, type Step } from './step';

/** Where a link leads. */
interface Target {
	node: string;
	type: LinkType;
	index: number;
}

/** A workflow as n8n imports it. */
export interface Workflow {
	name: string;
	nodes: Array<Omit<Step, 'name'> & { id: string; name: string; position: [number, number] }>;
	connections: Record<string, Partial<Record<LinkType, Target[][]>>>;
	pinData: Record<string, never>;
	settings: Record<string, unknown>;
	meta: { templateCredsSetupCompleted: false };
}

/** Pixels. n8n snaps nodes to multiples of 16 or so; a node is about 100 wide. */
const STEP_WIDTH = 220;
const MARGIN = 70;
const GAP = 30;
const LANE = 200;
const HEAD_HEIGHT = 160;
/** At full size, a screen of 1280 pixels shows the whole note. */
const HEAD_WIDTH = 1100;
/** Lines of a note that fit into so many pixels. */
const LINE_HEIGHT = 21;
const CHARACTERS_PER_PIXEL = 0.13;

/**
 * Lays out sections from the left to the right, each on its note, and links the exit of each to the entry of the next.
 * @param intro text of the note above all others
 * @param extra links besides those between neighbors; a section with `apart` is not linked to the one before
 */
export function workflowOf(
	title: string,
	intro: string,
	sections: ReadonlyArray<Section & { apart?: true }>,
	settings: Record<string, unknown> = {},
): Workflow {
	const heights = sections.map(heightOfNote);
	const places = sections.map(placesOf);
	const lanes = Math.max(...places.flatMap((steps) => [...steps.values()].map(({ lane }) => lane))) + 1;
	const noteHeight = Math.max(...heights) + lanes * LANE + 80;
	const nodes: Workflow['nodes'] = [];
	const links: Link[] = [];
	let left = 0;
	const note = (name: string, content: string, position: [number, number], size: [number, number], color: number) =>
		nodes.push({
			parameters: { content, height: size[1], width: size[0], color },
			id: idOf(title, name),
			name,
			type: 'n8n-nodes-base.stickyNote',
			typeVersion: 1,
			position,
		});
	const top = Math.max(...heights);
	sections.forEach((section, at) => {
		const columns = columnsOf(section);
		const width = widthOf(columns);
		note(
			`Note ${at + 1}`,
			`## ${at + 1} · ${section.title}\n${section.note}`,
			[left - MARGIN, 0],
			[width, noteHeight],
			7,
		);
		for (const step of section.steps) {
			const { column = 0, lane = 0 } = places[at]?.get(step.name) ?? {};
			const { name, ...rest } = step;
			nodes.push({
				...rest,
				id: idOf(title, name),
				name,
				position: [left + column * STEP_WIDTH, top + 40 + lane * LANE],
			});
		}
		links.push(...linksOf(section));
		const before = sections[at - 1];
		if (before && !section.apart) {
			const { step, output } = exitOf(before);
			links.push({ from: step, output, to: entryOf(section) });
		}
		left += width + GAP;
	});
	const headWidth = Math.min(HEAD_WIDTH, left - GAP);
	const headHeight = Math.max(HEAD_HEIGHT, heightOf(`${title}\n\n${intro}`, headWidth));
	note('Note: what this does', `# ${title}\n\n${intro}`, [-MARGIN, -headHeight - GAP], [headWidth, headHeight], 4);
	return {
		name: title,
		nodes,
		connections: connectionsOf(links),
		pinData: {},
		settings: { executionOrder: 'v1', ...settings },
		meta: { templateCredsSetupCompleted: false },
	};
}

const widthOf = (columns: number): number => Math.max(2, columns) * STEP_WIDTH + 40;

const columnsOf = (section: Section): number => Math.max(...stepColumns(section).values(), 0) + 1;

/** Where each step is: steps of the same column are one below the other. */
function placesOf(section: Section): Map<string, { column: number; lane: number }> {
	const columns = stepColumns(section);
	const free = new Map<number, number>();
	return new Map(
		section.steps.map(({ name }) => {
			const column = columns.get(name) ?? 0;
			const lane = Math.max(free.get(column) ?? 0, section.lanes?.[name] ?? 0);
			free.set(column, lane + 1);
			return [name, { column, lane }];
		}),
	);
}

/** Each step's column: one more than that of the furthest step that leads to it. */
function stepColumns(section: Section): Map<string, number> {
	const columns = new Map<string, number>(section.steps.map(({ name }) => [name, section.columns?.[name] ?? 0]));
	const links = linksOf(section).filter(
		({ from, to, type = 'main' }) => type === 'main' && columns.has(from) && columns.has(to),
	);
	// As often as there are steps: a loop in the workflow must not widen it without end.
	for (let pass = 0; pass < section.steps.length; pass++) {
		for (const { from, to } of links) {
			const isBack = positionOf(section, to) <= positionOf(section, from);
			if (!isBack) columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(from) ?? 0) + breadthOf(section, from)));
		}
	}
	return columns;
}

/** An agent is drawn as wide as two other steps. */
const breadthOf = ({ steps }: Section, name: string): number =>
	steps.find((step) => step.name === name)?.type.endsWith('.agent') ? 2 : 1;

const positionOf = ({ steps }: Section, name: string): number => steps.findIndex((step) => step.name === name);

const heightOfNote = (section: Section): number => heightOf(section.note, widthOf(columnsOf(section)));

/** How high a note is that has room for a text and its heading. */
const heightOf = (text: string, width: number): number => {
	const perLine = width * CHARACTERS_PER_PIXEL;
	const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
	return 70 + lines * LINE_HEIGHT;
};

function connectionsOf(links: readonly Link[]): Workflow['connections'] {
	const connections: Workflow['connections'] = {};
	for (const { from, output = 0, to, input = 0, type = 'main' } of links) {
		const outputs = ((connections[from] ??= {})[type] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type, index: input });
	}
	return connections;
}

/** The same id at every run, so that a template changes only where its parts do. */
const idOf = (title: string, name: string): string => {
	const hex = createHash('sha1').update(`${title}\n${name}`).digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		'-',
	);
};
