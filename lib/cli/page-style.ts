// The looks of the page: light and dark by the reader's choice, columns that become one on a narrow screen, text that wraps.
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --panel: #ffffff; --card: #ffffff; --text: #1d2530; --soft: #566170; --line: #dde2e9; --control: #8390a2;
  --route: #b4501c; --service: #6b46c1; --policy: #a12d6e; --workload: #2463c4; --config: #0f6f67; --other: #718096;
  --error: #c02b2b; --error-soft: #fdecec; --warning: #8a5212; --warning-soft: #fdf3dc;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --panel: #191f27; --card: #212934; --text: #e6eaf0; --soft: #a3aebc; --line: #313b48; --control: #6b7a8d;
    --route: #f6ad55; --service: #b794f4; --policy: #f28ac0; --workload: #63a4ff; --config: #4fd1c5; --other: #94a3b8;
    --error: #fc8181; --error-soft: #3b2226; --warning: #f6c56b; --warning-soft: #37301f;
  }
}
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
body { background: var(--page); color: var(--text); font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; padding: 2rem clamp(1rem, 3vw, 3rem) 4rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin-bottom: 1.25rem; }
a { color: var(--workload); }
h1 { font-size: 1.6rem; letter-spacing: -.02em; }
h2 { font-size: 1.05rem; overflow-wrap: anywhere; }
h3 { font-size: .98rem; }
h4 { font-size: .98rem; line-height: 1.3; }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--workload); outline-offset: 2px; }
.summary, .badges, .counts { display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; }
.badge { display: inline-block; padding: .1rem .6rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--panel); color: var(--soft); white-space: nowrap; }
.badge.error { color: var(--error); border-color: currentColor; } .badge.warning { color: var(--warning); border-color: currentColor; }
.badges .badge, .counts .badge { font-size: .78rem; }

.tools { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: end; margin-bottom: 1.25rem; }
.tools label { display: grid; gap: .15rem; font-size: .78rem; color: var(--soft); min-width: 0; }
.tools label:first-child { flex: 1 1 14rem; max-width: 30rem; }
.tools .check { display: flex; align-items: center; gap: .4rem; padding: .45rem 0; font-size: 1rem; color: var(--text); }
input[type='search'], select, .tools button, .more, #rows p button { font-size: 1rem; color: var(--text); background: var(--panel); border: 1px solid var(--control); border-radius: 7px; padding: .35rem .6rem; min-width: 0; max-width: 100%; }
input[type='checkbox'] { width: 1.05rem; height: 1.05rem; accent-color: var(--workload); }
.tools button:hover, .more:hover { border-color: var(--workload); }
select { max-width: 11.5rem; }
.actions { display: flex; flex-wrap: wrap; gap: .4rem; }
.tools .token { border-radius: 1rem; border-color: var(--workload); color: var(--workload); overflow-wrap: anywhere; }
.found { color: var(--soft); padding: .4rem 0; margin-left: auto; }
.nothing { color: var(--soft); padding: 2rem 0; }

#list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 1rem; align-items: start; margin-bottom: 1.25rem; }
#list noscript { display: block; grid-column: 1 / -1; } noscript h2 { margin-top: 1.2rem; }
.plain { columns: 30rem; column-gap: 2rem; padding-left: 1.2rem; margin: .5rem 0 1.5rem; overflow-wrap: anywhere; }
.group, .timeline, .unplaced { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; min-width: 0; }
.timeline, .unplaced { margin-bottom: 1.25rem; }
.group.open, .nothing { grid-column: 1 / -1; }
.group-top { display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: center; justify-content: space-between; }
.group:not(.open) .counts { flex-basis: 100%; }
.toggle { background: none; border: 0; padding: 0; text-align: left; font-weight: 600; display: flex; align-items: baseline; gap: .45rem; min-width: 0; overflow-wrap: anywhere; }
.toggle::before { content: ''; flex: none; align-self: center; border: 5px solid transparent; border-left-color: var(--soft); border-right-width: 0; transition: transform .12s; }
.toggle[aria-expanded='true']::before { transform: rotate(90deg); }
.toggle:hover { color: var(--workload); }
.squares { display: flex; flex-wrap: wrap; gap: 3px; margin: .7rem 0; color: var(--soft); font-size: .75rem; line-height: 11px; }
.squares i { width: 11px; height: 11px; border-radius: 2px; background: var(--workload); opacity: .55; cursor: pointer; }
.squares .thing { background: none; border: 1.5px solid var(--other); }
.squares .error, .squares .warning { opacity: 1; background: var(--error); border-color: var(--error); }
.squares .warning { background: var(--warning); border-color: var(--warning); } .squares i:hover { opacity: 1; outline: 2px solid var(--text); }

.items { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); column-gap: 1rem; } .group-top ~ .items:not(:empty) { margin-top: .8rem; }
.items > * { grid-column: 1 / -1; }
.item { border-top: 1px solid var(--line); padding: .5rem 0; scroll-margin-top: 1rem; min-width: 0; } .group > .unseen + .items > :first-child { border-top: 0; }
.solo.open { grid-column: auto; }
.item.open { padding-bottom: 1.1rem; }
.top { display: grid; grid-template-columns: minmax(12rem, 21rem) minmax(0, 1fr) auto; gap: .3rem 1rem; align-items: center; }
.item.open > .top { grid-template-columns: minmax(0, 1fr) auto; margin-bottom: .6rem; } .item.open .line { display: none; }
.item-kind { font-size: .78rem; font-weight: 400; color: var(--soft); margin-left: .3rem; } .item-name { min-width: 0; }
.line { display: grid; gap: .3rem; min-width: 0; } .line > div { display: flex; flex-wrap: wrap; gap: .25rem .8rem; align-items: center; min-width: 0; }
.line > div > * { min-width: 0; overflow-wrap: anywhere; }
.company, .origin, .note { font-size: .78rem; color: var(--soft); } .note { margin-bottom: .75rem; }
.chip { font-size: .78rem; line-height: 1.35; text-align: left; background: var(--page); border: 1px solid var(--line); border-left: 3px solid var(--other); border-radius: 5px; padding: .05rem .45rem; max-width: 100%; overflow-wrap: anywhere; }
.chip:hover { border-color: var(--workload); } .chip-kind { color: var(--soft); }
.chip.route { border-left-color: var(--route); } .chip.service { border-left-color: var(--service); } .chip.policy { border-left-color: var(--policy); } .chip.config { border-left-color: var(--config); }
.chip.missing { border-style: dashed; border-left-style: solid; } .chip.error { border-color: var(--error); } .chip.warning { border-color: var(--warning); }
.chips { list-style: none; padding: 0; margin-top: .4rem; display: grid; justify-items: start; gap: .25rem; font-size: .78rem; color: var(--soft); }
.more { margin-top: .6rem; }

.columns { position: relative; display: grid; gap: 5rem; align-items: start; padding-left: 1.1rem; }
.c1 { grid-template-columns: minmax(0, 1fr); } .c2 { grid-template-columns: repeat(2, minmax(0, 23rem)); }
.c3 { grid-template-columns: repeat(3, minmax(0, 23rem)); } .c4 { grid-template-columns: repeat(4, minmax(0, 23rem)); }
.column { position: relative; display: grid; gap: .9rem; min-width: 0; }
.c1 .column { grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); } .c1 .heading { grid-column: 1 / -1; }
.heading, .timeline h3 { font-size: .72rem; font-weight: 600; letter-spacing: .07em; text-transform: uppercase; color: var(--soft); }
.edges { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
.edges path { fill: none; stroke-width: 1.75; opacity: .75; transition: opacity .15s; }
.edges .route { stroke: var(--route); } .edges .select { stroke: var(--service); } .edges .env { stroke: var(--config); }
.edges .policy { stroke: var(--policy); } .edges .volume { stroke: var(--workload); } .edges .other { stroke: var(--other); stroke-dasharray: 4 3; }
.edges.focus path, .focus .edges path { opacity: .12; } .focus .edges path.on { opacity: 1; stroke-width: 2.5; }
.card { position: relative; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--other); border-radius: 8px; padding: .6rem .75rem .7rem; min-width: 0; overflow-wrap: anywhere; transition: opacity .15s; }
.card.route { border-left-color: var(--route); } .card.service { border-left-color: var(--service); } .card.policy { border-left-color: var(--policy); }
.card.workload { border-left-color: var(--workload); } .card.config { border-left-color: var(--config); }
.card.missing { border-style: dashed; border-left-style: solid; background-color: var(--panel); }
.card.warning { box-shadow: 0 0 0 1px var(--warning); } .card.error { box-shadow: 0 0 0 2px var(--error); }
.columns.focus .card:not(.on) { opacity: .35; }
.kind { font-size: .75rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: .2rem .5rem; justify-content: space-between; }
.namespace { border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; }
.fact { font: .78rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.uses, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.problems { list-style: none; padding: 0; margin-top: .5rem; display: grid; gap: .35rem; }
.problems li { border-radius: 6px; padding: .4rem .55rem; font-size: .8rem; min-width: 0; overflow-wrap: anywhere; }
.problems b { display: block; font-weight: 600; } .problems span { display: block; } .problems small { display: block; color: var(--soft); }
.problems .error { background: var(--error-soft); } .problems .error b { color: var(--error); }
.problems .warning { background: var(--warning-soft); } .problems .warning b { color: var(--warning); }

.timeline h2 { margin-bottom: .3rem; } .timeline h3 { margin-top: 1.2rem; }
.days { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: .4rem; margin-bottom: 1rem; }
.days button { background: var(--card); border: 1px solid var(--line); border-radius: 7px; padding: .35rem .4rem; text-align: left; min-width: 0; }
.days button[aria-pressed='true'] { border-color: var(--workload); box-shadow: 0 0 0 1px var(--workload); }
.day-name { display: block; font-weight: 600; } .day-most { display: block; font-size: .72rem; color: var(--soft); }
.strip { display: block; width: 100%; height: 24px; } .large .strip { height: 84px; border-bottom: 1px solid var(--line); background: repeating-linear-gradient(90deg, var(--line) 0 1px, transparent 1px calc(100% / 12)); }
.area, .tick { fill: var(--workload); } .bar { fill: var(--workload); opacity: .35; }
.axis { position: relative; height: 1.4rem; font-size: .72rem; color: var(--soft); }
.axis span { position: absolute; transform: translateX(-50%); padding-top: .2rem; } .axis span:first-child { transform: none; } .axis span:last-child { transform: translateX(-100%); }
details summary { cursor: pointer; font-weight: 600; padding: .5rem 0; margin-top: .6rem; }
.row { display: grid; grid-template-columns: clamp(10rem, 25%, 18rem) minmax(0, 1fr); gap: 1rem; align-items: center; padding: .3rem 0; border-top: 1px solid var(--line); }
.label { min-width: 0; overflow-wrap: anywhere; line-height: 1.3; } .label b, .label button { display: block; font-weight: 600; } .label > span { font-size: .78rem; color: var(--soft); }
.label button { background: none; border: 0; padding: 0; text-align: left; max-width: 100%; overflow-wrap: anywhere; } .label button:hover { color: var(--workload); }
.track { display: block; width: 100%; height: 28px; background: repeating-linear-gradient(90deg, var(--line) 0 1px, transparent 1px calc(100% / 12)); border-radius: 4px; }
.idle b, .idle button { font-weight: 400 !important; color: var(--soft); }
.peaks { list-style: none; padding: 0; margin-top: .5rem; columns: 26rem 3; column-gap: 2rem; }
.peaks li { break-inside: avoid; padding: .25rem 0; overflow-wrap: anywhere; } .peaks span { display: block; color: var(--soft); font-size: .82rem; }
@media (max-width: 880px) {
  body { padding: 1.25rem .75rem 3rem; }
  .group, .timeline, .unplaced { padding: .8rem .8rem; }
  .columns { grid-template-columns: minmax(0, 1fr) !important; gap: 1.25rem; padding-left: 0; }
  .edges { display: none; }
  .uses { position: static; width: auto; height: auto; clip-path: none; list-style: none; padding: 0; font-size: .78rem; color: var(--soft); }
  .top { grid-template-columns: minmax(0, 1fr) auto; } .line { grid-column: 1 / -1; grid-row: 2; padding-left: 1.1rem; } .line:empty { display: none; }
  .row { grid-template-columns: minmax(0, 1fr); gap: .25rem; } .axis .minor { display: none; }
  .found { margin-left: 0; }
}
@media (max-width: 640px) {
  .days { grid-template-columns: repeat(4, minmax(0, 1fr)); } .day-rest { display: none; }
  .tools label { flex: 1 1 8rem; } .tools label:first-child, .tools .check { flex: 1 1 100%; } select { width: 100%; max-width: none; }
}
footer { color: var(--soft); font-size: .82rem; } footer ul { display: flex; flex-wrap: wrap; gap: .25rem 1.2rem; list-style: none; padding: 0; }
footer i { display: inline-block; width: 1.6rem; margin-right: .4rem; vertical-align: middle; border-top: 2px solid; }
.line-route { color: var(--route); } .line-select { color: var(--service); } .line-policy { color: var(--policy); } .line-env { color: var(--config); }
.line-volume { color: var(--workload); } .line-other { color: var(--other); border-top-style: dashed; }
@media (max-width: 880px) { footer { display: none; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  body { padding: 0; background: none; } .tools, .more, .to-timeline { display: none; } .card, .item:not(.open), .group:not(.open), .row, .days { break-inside: avoid; }
  .toggle::before { display: none; } .squares i, .area, .tick, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
