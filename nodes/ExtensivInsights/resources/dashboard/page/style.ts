import type { OpenStage } from '../../../../shared/domain/insights/backlog';
import { Markup } from './markup';

/** What users call the stages of open orders. */
export const STAGE_NAMES: Record<OpenStage, string> = {
	pending: 'Pending',
	onHold: 'On hold',
	awaitingPayment: 'Awaiting payment',
	unresolved: 'Unresolved',
};

/** The style of the page; it follows the light or dark setting of the reader's system. */
export const STYLE = new Markup(`
:root {
	color-scheme: light dark;
	--page: #f4f6f7; --card: #ffffff; --edge: #dde3e6; --text: #17242b; --soft: #55656e; --grid: #e4e9ec;
	--main: #0b7a75; --trend: #d9822b; --bad: #c0362c; --good: #1a7f4b;
	--pending: #2f78c4; --onHold: #8a5cc2; --awaitingPayment: #b9770e; --unresolved: #c0362c;
}
@media (prefers-color-scheme: dark) {
	:root {
		--page: #10171b; --card: #182227; --edge: #2a373e; --text: #e8eef1; --soft: #9db0ba; --grid: #26333a;
		--main: #3fbfb5; --trend: #f0a657; --bad: #ff7b6f; --good: #4cc38a;
		--pending: #5aa2ec; --onHold: #b490ea; --awaitingPayment: #e0a03c; --unresolved: #ff7b6f;
	}
}
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--text);
	font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
main { max-width: 1240px; margin: 0 auto; padding: 28px 20px 40px }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline;
	gap: 4px 24px; margin-bottom: 20px }
h1 { font-size: 26px; line-height: 1.2; margin: 0 }
h2 { font-size: 15px; font-weight: 600; margin: 0 0 12px }
.soft { color: var(--soft) }
.tiles, .pair { display: grid; gap: 16px; margin-bottom: 16px }
.tiles { grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)) }
.pair { grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)) }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 16px 18px; min-width: 0 }
section.card { margin-bottom: 16px }
.pair > section.card { margin-bottom: 0 }
.tile .figure { font-size: 32px; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums }
.tile .figure small { font-size: 17px; font-weight: 500 }
.tile .soft, .tile .bad, .tile .good { font-size: 13.5px }
.bad { color: var(--bad) } .good { color: var(--good) }
svg { display: block; width: 100%; height: auto; overflow: visible }
svg text { font-size: 13px; fill: var(--soft) }
svg .value { fill: var(--text); font-weight: 600 }
svg .grid { stroke: var(--grid); stroke-width: 1 }
svg .bar { fill: var(--main) }
svg .average { fill: none; stroke: var(--trend); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round }
svg .track { fill: var(--grid) }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 10px; font-size: 13.5px; color: var(--soft) }
.legend i { display: inline-block; width: 11px; height: 11px; border-radius: 3px; margin-right: 6px }
.legend i.line { height: 3px; vertical-align: 4px; width: 16px }
table { width: 100%; border-collapse: collapse; font-size: 14px }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: 13px }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--edge); vertical-align: top; overflow-wrap: anywhere }
tr:last-child td { border-bottom: 0; padding-bottom: 0 }
td.time { white-space: nowrap; overflow-wrap: normal; color: var(--soft) }
@media (max-width: 640px) {
	svg text { font-size: 20px }
	main { padding: 18px 12px }
	td.time { white-space: normal }
	th, td { overflow-wrap: break-word }
}
`);
