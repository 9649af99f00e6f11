import { AGES, type Backlog, OPEN_STAGES, type OpenStage } from '../../../../shared/domain/insights/backlog';
import type { DayCount } from '../../../../shared/domain/insights/kpis';
import { curveMonotoneX, line, nice, stack, ticks } from '../../../../shared/vendor/charts';
import { DateTime } from '../../../../shared/vendor/luxon';
import { element, type Markup } from './markup';
import { STAGE_NAMES } from './style';

/** The room around the drawing, for the labels of the axes. */
const MARGIN = { left: 46, right: 8, top: 22, bottom: 28 };

/** Where a chart draws, in units of its view box, which are pixels on a wide screen. */
interface Frame {
	width: number;
	height: number;
}

const bottomOf = ({ height }: Frame): number => height - MARGIN.bottom;
const rightOf = ({ width }: Frame): number => width - MARGIN.right;

/** Whole orders from 0 up to a round number. */
interface CountScale {
	/** The vertical place of a count. */
	at(count: number): number;
	ticks: number[];
}

/** Lines of a grid, about. */
const LINES = 4;

function countScale(most: number, frame: Frame): CountScale {
	const [, top] = nice(0, Math.max(most, LINES), LINES);
	const height = bottomOf(frame) - MARGIN.top;
	return {
		at: (count) => bottomOf(frame) - (count / top) * height,
		ticks: ticks(0, top, LINES).filter((tick) => Number.isInteger(tick)),
	};
}

/** Columns side by side. @param gap the part of each that stays empty */
function columnsOf(count: number, frame: Frame, gap: number) {
	const step = (rightOf(frame) - MARGIN.left) / Math.max(count, 1);
	const left = (at: number): number => MARGIN.left + step * (at + gap / 2);
	const width = step * (1 - gap);
	return { left, width, middle: (at: number): number => left(at) + width / 2 };
}

const svgOf = ({ width, height }: Frame, label: string, ...parts: Array<Markup | Markup[]>): Markup =>
	element('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label }, parts);

const textAt = (x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string, style?: 'value'): Markup =>
	element('text', { ...(style ? { class: style } : {}), x, y, 'text-anchor': anchor }, text);

/** What a reader sees when the pointer rests on a part of a chart. */
const tip = (text: string): Markup => element('title', {}, text);

const gridOf = ({ at, ticks: lines }: CountScale, frame: Frame): Markup[] =>
	lines.flatMap((tick) => [
		element('line', { class: 'grid', x1: MARGIN.left, x2: rightOf(frame), y1: at(tick), y2: at(tick) }),
		textAt(MARGIN.left - 10, at(tick) + 4.5, 'end', tick.toLocaleString('en-US')),
	]);

const dayText = (day: string): string => DateTime.fromISO(day).setLocale('en').toFormat('LLL d');

/** Days of the moving average. */
export const AVERAGED = 7;
/** Labels of days that fit side by side. */
const LABELS = 8;

/** The mean of each day and those before it; nothing for the first days, which have too few before them. */
const averages = (days: readonly DayCount[]): Array<[at: number, mean: number]> =>
	days.flatMap((_, at): Array<[number, number]> => {
		const last = days.slice(at + 1 - AVERAGED, at + 1);
		if (at + 1 < AVERAGED) return [];
		return [[at, last.reduce((sum, { orders }) => sum + orders, 0) / AVERAGED]];
	});

/** Orders of each day as bars, with the average of a week as a line. */
export function trendChart(days: readonly DayCount[]): Markup {
	const frame = { width: 1160, height: 250 };
	const y = countScale(Math.max(0, ...days.map(({ orders }) => orders)), frame);
	const { left, width, middle } = columnsOf(days.length, frame, 0.25);
	const bars = days.map(({ day, orders }, at) => {
		const top = y.at(orders);
		const place = { x: left(at), y: top, width, height: bottomOf(frame) - top, rx: 2 };
		return element('rect', { class: 'bar', ...place }, tip(`${dayText(day)}: ${orders}`));
	});
	const step = Math.max(1, Math.ceil(days.length / LABELS));
	const labels = days.flatMap(({ day }, at) =>
		at % step === 0 ? [textAt(middle(at), bottomOf(frame) + 20, 'middle', dayText(day))] : [],
	);
	const path = line<[number, number]>()
		.x(([at]) => middle(at))
		.y(([, mean]) => y.at(mean))
		.curve(curveMonotoneX)
		.digits(1)(averages(days));
	const average = path ? element('path', { class: 'average', d: path }) : [];
	return svgOf(frame, 'Orders of each day', gridOf(y, frame), bars, average, labels);
}

/** Open orders by age, each column divided into stages. */
export function backlogChart(backlog: Backlog): Markup {
	const frame = { width: 560, height: 250 };
	const y = countScale(Math.max(0, ...AGES.map(({ name }) => backlog[name])), frame);
	const { left, width, middle } = columnsOf(AGES.length, frame, 0.45);
	const byStage = stack<unknown, (typeof AGES)[number], OpenStage>()
		.keys([...OPEN_STAGES])
		.value(({ name }, stage) => backlog.byStage.find((one) => one.stage === stage)?.[name] ?? 0);
	const parts = byStage([...AGES]).flatMap((layer) =>
		layer.flatMap((part, at) => {
			const [from, to] = part;
			if (from === to) return [];
			const place = { x: left(at), y: y.at(to), width, height: y.at(from) - y.at(to) };
			const what = tip(`${part.data.label}, ${STAGE_NAMES[layer.key]}: ${to - from}`);
			return [element('rect', { style: `fill: var(--${layer.key})`, ...place }, what)];
		}),
	);
	const labels = AGES.flatMap(({ name, label }, at) => {
		const count = backlog[name];
		return [
			textAt(middle(at), y.at(count) - 7, 'middle', count.toLocaleString('en-US'), 'value'),
			textAt(middle(at), bottomOf(frame) + 20, 'middle', label),
		];
	});
	return svgOf(frame, 'Open orders by age', gridOf(y, frame), parts, labels);
}

/** Figures as horizontal bars on one scale. */
export function barsChart(rows: ReadonlyArray<{ label: string; value: number; text: string }>, label: string): Markup {
	const frame = { width: 560, height: 250 };
	const longest = Math.max(1, ...rows.map(({ value }) => value));
	const full = rightOf(frame) - 4;
	const step = frame.height / Math.max(rows.length, 1);
	const drawn = rows.flatMap(({ label: name, value, text }, at) => {
		const top = at * step + 18;
		const place = { x: 4, y: top + 16, height: 16, rx: 4 };
		return [
			textAt(4, top + 4, 'start', name),
			textAt(rightOf(frame), top + 4, 'end', text, 'value'),
			element('rect', { class: 'track', ...place, width: full }),
			element('rect', { class: 'bar', ...place, width: Math.max((value / longest) * full, 2) }),
		];
	});
	return svgOf(frame, label, drawn);
}
