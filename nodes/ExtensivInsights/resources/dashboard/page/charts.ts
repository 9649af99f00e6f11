import { AGES, type Backlog, OPEN_STAGES, type OpenStage } from '../../../../shared/domain/insights/backlog';
import type { DayCount } from '../../../../shared/domain/insights/kpis';
import { curveMonotoneX, line, scaleBand, scaleLinear, stack } from '../../../../shared/vendor/charts';
import { DateTime } from '../../../../shared/vendor/luxon';
import { type Markup, markup } from './markup';
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
const countScale = (most: number, frame: Frame) =>
	scaleLinear()
		.domain([0, Math.max(most, 4)])
		.nice(4)
		.range([bottomOf(frame), MARGIN.top]);

const svgOf = ({ width, height }: Frame, label: string, ...parts: Array<Markup | Markup[]>): Markup =>
	markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${parts.flat()}</svg>`;

function gridOf(y: ReturnType<typeof countScale>, frame: Frame): Markup[] {
	const whole = y.ticks(4).filter((tick) => Number.isInteger(tick));
	return whole.map(
		(tick) =>
			markup`<line class="grid" x1="${MARGIN.left}" x2="${rightOf(frame)}" y1="${px(y(tick))}" y2="${px(y(tick))}"/><text x="${MARGIN.left - 10}" y="${px(y(tick) + 4.5)}" text-anchor="end">${tick.toLocaleString('en-US')}</text>`,
	);
}

/** Coordinates to a tenth of a pixel. */
const px = (value: number): number => Math.round(value * 10) / 10;

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
	const x = scaleBand<number>()
		.domain([...days.keys()])
		.range([MARGIN.left, rightOf(frame)])
		.paddingInner(0.25)
		.paddingOuter(0.1);
	const middle = (at: number): number => (x(at) ?? 0) + x.bandwidth() / 2;
	const bars = days.map(
		({ day, orders }, at) =>
			markup`<rect class="bar" x="${px(x(at) ?? 0)}" y="${px(y(orders))}" width="${px(x.bandwidth())}" height="${px(bottomOf(frame) - y(orders))}" rx="2"><title>${dayText(day)}: ${orders}</title></rect>`,
	);
	const step = Math.max(1, Math.ceil(days.length / LABELS));
	const labels = days.flatMap(({ day }, at) =>
		at % step === 0
			? [markup`<text x="${px(middle(at))}" y="${bottomOf(frame) + 20}" text-anchor="middle">${dayText(day)}</text>`]
			: [],
	);
	const path = line<[number, number]>()
		.x(([at]) => middle(at))
		.y(([, mean]) => y(mean))
		.curve(curveMonotoneX)
		.digits(1)(averages(days));
	const average = path ? markup`<path class="average" d="${path}"/>` : [];
	return svgOf(frame, 'Orders of each day', gridOf(y, frame), bars, average, labels);
}

/** Open orders by age, each column divided into stages. */
export function backlogChart(backlog: Backlog): Markup {
	const frame = { width: 560, height: 250 };
	const y = countScale(Math.max(0, ...AGES.map(({ name }) => backlog[name])), frame);
	const x = scaleBand<string>()
		.domain(AGES.map(({ name }) => name))
		.range([MARGIN.left, rightOf(frame)])
		.paddingInner(0.45)
		.paddingOuter(0.25);
	const byStage = stack<unknown, (typeof AGES)[number], OpenStage>()
		.keys([...OPEN_STAGES])
		.value(({ name }, stage) => backlog.byStage.find((one) => one.stage === stage)?.[name] ?? 0);
	const parts = byStage([...AGES]).flatMap((layer) =>
		layer.map((part) => {
			const [from, to] = part;
			const { name, label } = part.data;
			if (from === to) return markup``;
			return markup`<rect style="fill: var(--${layer.key})" x="${px(x(name) ?? 0)}" y="${px(y(to))}" width="${px(x.bandwidth())}" height="${px(y(from) - y(to))}"><title>${label}, ${STAGE_NAMES[layer.key]}: ${to - from}</title></rect>`;
		}),
	);
	const labels = AGES.map(({ name, label }) => {
		const middle = px((x(name) ?? 0) + x.bandwidth() / 2);
		return markup`<text class="value" x="${middle}" y="${px(y(backlog[name]) - 7)}" text-anchor="middle">${backlog[name].toLocaleString('en-US')}</text><text x="${middle}" y="${bottomOf(frame) + 20}" text-anchor="middle">${label}</text>`;
	});
	return svgOf(frame, 'Open orders by age', gridOf(y, frame), parts, labels);
}

/** Figures as horizontal bars on one scale. */
export function barsChart(rows: ReadonlyArray<{ label: string; value: number; text: string }>, label: string): Markup {
	const frame = { width: 560, height: 250 };
	const x = scaleLinear()
		.domain([0, Math.max(1, ...rows.map(({ value }) => value))])
		.range([0, rightOf(frame) - 4]);
	const step = frame.height / Math.max(rows.length, 1);
	const drawn = rows.map(({ label: name, value, text }, at) => {
		const top = px(at * step + 18);
		return markup`<text x="4" y="${top + 4}">${name}</text><text class="value" x="${rightOf(frame)}" y="${top + 4}" text-anchor="end">${text}</text><rect class="track" x="4" y="${top + 16}" width="${rightOf(frame) - 4}" height="16" rx="4"/><rect class="bar" x="4" y="${top + 16}" width="${px(Math.max(x(value), 2))}" height="16" rx="4"/>`;
	});
	return svgOf(frame, label, drawn);
}
