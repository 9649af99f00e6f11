import { OPEN_STAGES } from '../../../../shared/domain/insights/backlog';
import { DateTime } from '../../../../shared/vendor/luxon';
import type { OrderReport } from '../../../orderReport';
import { AVERAGED, backlogChart, barsChart, trendChart } from './charts';
import { element, type Markup, markup, NOTHING } from './markup';
import { STAGE_NAMES, STYLE } from './style';

/** Something that failed, as the input says it. */
export interface Failure {
	reason: string;
	/** What it is about; may be empty. */
	subject: string;
	/** ISO-8601 UTC. */
	time: string | null;
}

export interface Dashboard {
	title: string;
	account: string | null;
	report: OrderReport;
	/** In percent. */
	accuracy: number | null;
	failures: readonly Failure[];
	/** The zone of all times on the page. */
	zone: string;
}

/** Failures that the page lists; the rest is a number. */
const LISTED = 15;

/** One HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
export function pageOf(dashboard: Dashboard): string {
	const { title, account, report, failures, zone } = dashboard;
	const { span, asOf, byDay, backlog } = report;
	return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<div><h1>${title}</h1>${account ? markup`<div class="soft">${account}</div>` : NOTHING}</div>
<div class="soft">
${timeText(span.from, zone)} – ${timeText(span.to, zone)}
<br>Open orders as of ${timeText(asOf, zone)} (${zone})
</div>
</header>
<div class="tiles">${tilesOf(dashboard)}</div>
<section class="card"><h2>Orders per day</h2>${trendChart(byDay)}
<div class="legend">${legend('main', 'Orders')}${averageLegend(byDay.length)}</div></section>
<div class="pair">
<section class="card"><h2>Open orders by age</h2>${backlogChart(backlog)}
<div class="legend">${OPEN_STAGES.map((stage) => legend(stage, STAGE_NAMES[stage]))}</div></section>
<section class="card"><h2>Time from order to shipment</h2>${speedOf(report)}</section>
</div>
<section class="card"><h2>Last failures</h2>${failuresOf(failures, zone)}</section>
</main>
</body>
</html>
`.text;
}

/** @param color a variable of the style */
const legend = (color: string, name: string): Markup =>
	markup`<span><i style="background: var(--${color})"></i>${name}</span>`;

const averageLegend = (days: number): Markup =>
	days > AVERAGED
		? markup`<span><i class="line" style="background: var(--trend)"></i>Average of ${AVERAGED} days</span>`
		: NOTHING;

function tilesOf({ report: { kpis, backlog }, accuracy, failures }: Dashboard): Markup[] {
	const { ordersCreated, ordersShipped, hoursToShipP50, hoursToShipP90, ordersCancelled, cancelledPercent } = kpis;
	const old = backlog.over5Days;
	return [
		tile('Orders', countText(ordersCreated), `${countText(ordersShipped)} shipped`),
		tile(
			'Median time to ship',
			hoursToShipP50 === null ? '–' : figureOf(hoursText(hoursToShipP50)),
			hoursToShipP90 === null ? 'Nothing shipped yet' : `90% within ${hoursText(hoursToShipP90)}`,
		),
		tile('Open orders', countText(backlog.total), `${countText(old)} older than 5 days`, old > 0 ? 'bad' : ''),
		tile(
			'Canceled',
			cancelledPercent === null ? '–' : `${cancelledPercent}%`,
			`${countText(ordersCancelled)} of ${countText(ordersCreated)} orders`,
		),
		...(accuracy === null ? [] : [tile('Inventory accuracy', `${accuracy}%`, 'SKUs that agree with the ERP')]),
		tile(
			'Failures',
			countText(failures.length),
			failures.length > 0 ? 'See the list below' : 'None',
			failures.length > 0 ? 'bad' : 'good',
		),
	];
}

/** A number with its unit in small letters. */
function figureOf(text: string): Markup {
	const [number = '', unit = ''] = text.split(' ');
	return markup`${number} <small>${unit}</small>`;
}

const tile = (name: string, figure: string | Markup, note: string, noteClass = ''): Markup =>
	element(
		'div',
		{ class: 'card tile' },
		element('div', { class: 'soft' }, name),
		element('div', { class: 'figure' }, figure),
		element('div', { class: noteClass || 'soft' }, note),
	);

function speedOf({ kpis: { hoursToShipP50, hoursToShipP90, hoursToShipP95 } }: OrderReport): Markup {
	const rows = [
		['Half of the orders', hoursToShipP50],
		['90% of the orders', hoursToShipP90],
		['95% of the orders', hoursToShipP95],
	] as const;
	const known = rows.flatMap(([label, value]) =>
		value === null ? [] : [{ label, value, text: `within ${hoursText(value)}` }],
	);
	return known.length > 0
		? barsChart(known, 'Time from order to shipment')
		: markup`<p class="soft">No order of this time has shipped.</p>`;
}

function failuresOf(failures: readonly Failure[], zone: string): Markup {
	if (failures.length === 0) return markup`<p class="soft">No failures.</p>`;
	const latest = [...failures].sort((one, other) => (other.time ?? '').localeCompare(one.time ?? ''));
	const rows = latest
		.slice(0, LISTED)
		.map(({ time, subject, reason }) =>
			element(
				'tr',
				{},
				element('td', { class: 'time' }, time ? timeText(time, zone) : ''),
				element('td', {}, subject),
				element('td', {}, reason),
			),
		);
	const more = failures.length - LISTED;
	return markup`<table><thead><tr><th>Time</th><th>Subject</th><th>Reason</th></tr></thead>
<tbody>${rows}</tbody></table>
${more > 0 ? element('p', { class: 'soft' }, `… and ${countText(more)} more.`) : NOTHING}`;
}

const countText = (count: number): string => count.toLocaleString('en-US');

/** Hours of a day and a half are easier to read as days. */
const AS_HOURS = 48;
const DAY_HOURS = 24;

function hoursText(hours: number): string {
	const inDays = hours >= AS_HOURS;
	const value = Math.round((inDays ? hours / DAY_HOURS : hours) * 10) / 10;
	return `${value} ${inDays ? 'days' : value === 1 ? 'hour' : 'hours'}`;
}

const timeText = (date: string, zone: string): string =>
	DateTime.fromISO(date, { zone }).setLocale('en').toFormat('LLL d, yyyy, HH:mm');
