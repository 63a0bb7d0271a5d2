package dev.icrstreams.explain.html;

/** How the page looks: on light and dark screens, and on paper. */
public final class Style {
  public static final String SHEET =
      """
      :root { color-scheme: light dark; --paper: #fff; --ink: #1b1e23; --soft: #5b6470;
        --line: #d4d9e0; --card: #f5f6f8; --accent: #1459b8; --good: #13703a; --doubt: #9a5200;
        --bad: #b3261e; --bar: #8fb4e6; --mark: #d91f6a; }
      @media (prefers-color-scheme: dark) { :root { --paper: #15181c; --ink: #e6e8eb;
        --soft: #9aa4b1; --line: #363c45; --card: #1e2228; --accent: #7db1ff; --good: #5fcf8a;
        --doubt: #f0a84b; --bad: #ff8a80; --bar: #35598c; --mark: #ff5c9a; } }
      @media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444;
        --line: #bbb; --card: #fff; --accent: #0b4a9e; --good: #0a5a2c; --doubt: #7a4000;
        --bad: #9c1d16; --bar: #a9c4ea; --mark: #c2185b; }
        section { break-inside: auto } figure, .card, tr, svg { break-inside: avoid }
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
        .wide { overflow: visible } .wide svg { width: 100% } }
      * { box-sizing: border-box }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif }
      main { max-width: 76rem; margin: 0 auto; padding: 1.5rem }
      header { border-bottom: 1px solid var(--line) }
      h1 { margin: 0 0 1rem; font-size: 1.5rem; overflow-wrap: anywhere }
      h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; break-after: avoid }
      .kicker { margin: 0; color: var(--soft); letter-spacing: .06em; font-size: .85rem }
      p { max-width: 46rem; margin: .4rem 0 } .note, figcaption, .card small { color: var(--soft) }
      .number { font: 600 2.6rem/1.2 ui-monospace, "DejaVu Sans Mono", monospace;
        letter-spacing: .08em; overflow-wrap: anywhere }
      .badge { display: inline-block; padding: .1rem .6rem; border-radius: 1rem;
        border: 1.5px solid currentColor }
      .good { color: var(--good) } .doubt { color: var(--doubt) } .bad { color: var(--bad) }
      .grid { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
      figure { margin: .6rem 0; max-width: 100% }
      figcaption { font-size: .9rem }
      img { max-width: 100%; height: auto; display: block; image-rendering: pixelated;
        background: #fff; border: 1px solid var(--line) }
      table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums }
      th, td { text-align: left; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--line);
        vertical-align: middle; overflow-wrap: anywhere }
      thead th, th[scope=row] { color: var(--soft); font-weight: 500 }
      tr.best td { font-weight: 650 } td img { margin: .15rem 0 }
      td.code, .card td { white-space: nowrap } code, td.code { font-family: ui-monospace, "DejaVu Sans Mono", monospace }
      .wide { overflow-x: auto } .wide table { min-width: 34rem }
      .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr));
        gap: .7rem }
      .card { background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
        padding: .6rem }
      .card.best { border: 2px solid var(--accent) }
      .card .rasters { display: flex; gap: .5rem; align-items: flex-end; height: 5.6rem }
      .card .rasters img { max-height: 5.5rem; max-width: 8.5rem; width: auto;
        object-fit: contain }
      .card b { color: var(--accent) } .card small { display: block }
      svg { display: block; max-width: 100%; height: auto } .wide svg { max-width: none }
      svg text { fill: var(--ink); font: 12px system-ui, "Liberation Sans", sans-serif }
      svg .faint { fill: var(--soft) } svg .strong { fill: var(--accent); font-weight: 700 }
      svg .edge { fill: none; stroke: var(--soft); stroke-opacity: .55; stroke-width: 1.2 }
      svg .edge.best { stroke: var(--accent); stroke-opacity: 1; stroke-width: 3 }
      svg .node { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5 }
      svg .chip { fill: var(--paper) } svg .bar { fill: var(--bar) }
      svg .axis { stroke: var(--line) } svg .mark { stroke: var(--mark); fill: none }
      svg .curve { stroke: var(--accent); fill: none; stroke-width: 2 }
      svg .limit { stroke: var(--bad); stroke-dasharray: 4 3; fill: none }
      svg .digit { fill: none; stroke: #d91f6a; vector-effect: non-scaling-stroke;
        stroke-width: 2 }
      """;

  private Style() {}
}
