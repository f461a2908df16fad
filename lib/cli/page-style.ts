// The looks of the page: light and dark by the reader's choice, columns that become one on a narrow screen, text that wraps.
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --panel: #ffffff; --card: #ffffff; --text: #1d2530; --soft: #5b6675; --line: #dde2e9;
  --route: #c05621; --service: #6b46c1; --workload: #2463c4; --config: #0f766e; --other: #718096;
  --error: #c53030; --error-soft: #fdecec; --warning: #975a16; --warning-soft: #fdf3dc; --band: #e53e3e2e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --panel: #191f27; --card: #212934; --text: #e6eaf0; --soft: #9aa6b5; --line: #313b48;
    --route: #f6ad55; --service: #b794f4; --workload: #63a4ff; --config: #4fd1c5; --other: #94a3b8;
    --error: #fc8181; --error-soft: #3b2226; --warning: #f6c56b; --warning-soft: #37301f; --band: #fc81813d;
  }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--page); color: var(--text); font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; padding: 2rem clamp(1rem, 3vw, 3rem) 4rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin-bottom: 1.5rem; }
h1 { font-size: 1.6rem; letter-spacing: -.02em; }
h2 { font-size: 1.05rem; margin-bottom: 1rem; overflow-wrap: anywhere; }
h3 { font-size: .72rem; font-weight: 600; letter-spacing: .07em; text-transform: uppercase; color: var(--soft); }
.badge { display: inline-block; padding: .1rem .6rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--panel); color: var(--soft); }
.badge.error { color: var(--error); border-color: currentColor; } .badge.warning { color: var(--warning); border-color: currentColor; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; margin-left: auto; color: var(--soft); font-size: .85rem; }
.legend .line { display: inline-block; width: 1.6rem; margin-right: .4rem; vertical-align: middle; border-top: 2px solid; }
.route.line { color: var(--route); } .select.line { color: var(--service); } .env.line { color: var(--config); }
.volume.line { color: var(--workload); } .other.line { color: var(--other); border-top-style: dashed !important; }
.panel, .timeline, .unplaced { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin-bottom: 1.25rem; }
.columns { position: relative; display: grid; gap: 5rem; align-items: start; padding-left: 1.5rem; }
.c1 { grid-template-columns: minmax(0, 1fr); padding-left: 0; } .c2 { grid-template-columns: repeat(2, minmax(0, 23rem)); }
.c3 { grid-template-columns: repeat(3, minmax(0, 23rem)); } .c4 { grid-template-columns: repeat(4, minmax(0, 23rem)); }
.column { position: relative; display: grid; gap: .9rem; min-width: 0; }
.c1 .column { grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); } .c1 h3 { grid-column: 1 / -1; }
.edges { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
.edges path { fill: none; stroke-width: 1.75; opacity: .75; transition: opacity .15s; }
.edges .route { stroke: var(--route); } .edges .select { stroke: var(--service); } .edges .env { stroke: var(--config); }
.edges .volume { stroke: var(--workload); } .edges .other { stroke: var(--other); stroke-dasharray: 4 3; }
.edges.focus path { opacity: .12; } .edges.focus path.on { opacity: 1; stroke-width: 2.5; }
.card { position: relative; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--other); border-radius: 8px; padding: .6rem .75rem .7rem; min-width: 0; overflow-wrap: anywhere; transition: opacity .15s; }
.card:focus-visible { outline: 2px solid var(--workload); outline-offset: 2px; }
.card.route { border-left-color: var(--route); } .card.service { border-left-color: var(--service); }
.card.workload { border-left-color: var(--workload); } .card.config { border-left-color: var(--config); }
.card.missing { border-style: dashed; border-left-style: solid; background-color: var(--panel); }
.card.warning { box-shadow: 0 0 0 1px var(--warning); } .card.error { box-shadow: 0 0 0 2px var(--error); }
.columns.focus .card:not(.on) { opacity: .35; }
.kind { font-size: .75rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: .2rem .5rem; justify-content: space-between; }
.namespace { border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; }
h4 { font-size: .98rem; line-height: 1.3; }
.fact { font: .78rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.origin, .note { font-size: .78rem; color: var(--soft); } .note { margin-bottom: .75rem; }
.uses { display: none; }
.problems { list-style: none; padding: 0; margin-top: .5rem; display: grid; gap: .35rem; }
.problems li { border-radius: 6px; padding: .4rem .55rem; font-size: .8rem; }
.problems b { display: block; font-weight: 600; } .problems span { display: block; } .problems small { display: block; color: var(--soft); }
.problems .error { background: var(--error-soft); } .problems .error b { color: var(--error); }
.problems .warning { background: var(--warning-soft); } .problems .warning b { color: var(--warning); }
.row { display: grid; grid-template-columns: minmax(10rem, 18rem) minmax(0, 1fr); gap: 1rem; align-items: center; padding: .3rem 0; border-top: 1px solid var(--line); }
.label { min-width: 0; overflow-wrap: anywhere; line-height: 1.3; } .label b { display: block; } .label span { font-size: .78rem; color: var(--soft); }
.track { display: block; width: 100%; height: 28px; background: repeating-linear-gradient(90deg, var(--line) 0 1px, transparent 1px calc(100% / 12)); border-radius: 4px; }
.tick { fill: none; stroke: var(--workload); stroke-width: 2; vector-effect: non-scaling-stroke; }
.bar { fill: var(--workload); opacity: .35; } .band { fill: var(--band); }
.suspended { opacity: .5; }
.axis { position: relative; height: 1.4rem; margin-left: calc(clamp(10rem, 25%, 18rem) + 1rem); font-size: .72rem; color: var(--soft); border-top: 1px solid var(--line); }
.axis span { position: absolute; transform: translateX(-50%); padding-top: .2rem; } .axis span:first-child { transform: none; } .axis span:last-child { transform: translateX(-100%); }
.row { grid-template-columns: clamp(10rem, 25%, 18rem) minmax(0, 1fr); }
.timeline h3 { margin-top: 1rem; }
.overlaps { list-style: none; padding: 0; margin-top: .5rem; columns: 26rem 3; column-gap: 2rem; }
.overlaps li { break-inside: avoid; padding: .25rem 0; overflow-wrap: anywhere; } .overlaps span { display: block; color: var(--soft); font-size: .82rem; }
@media (max-width: 880px) {
  .columns { grid-template-columns: minmax(0, 1fr) !important; gap: 1.25rem; padding-left: 0; }
  .edges { display: none; } .legend { display: none; }
  .uses { display: block; list-style: none; padding: 0; font-size: .78rem; color: var(--soft); }
  .row { grid-template-columns: minmax(0, 1fr); gap: .25rem; } .axis { margin-left: 0; } .axis .minor { display: none; }
}
@media print { body { padding: 0; } .panel, .timeline { break-inside: avoid; } }
`;
