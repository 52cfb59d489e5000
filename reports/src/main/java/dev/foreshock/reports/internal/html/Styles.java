package dev.foreshock.reports.internal.html;

/** The style sheet of the page, which is readable without it. */
final class Styles {
    static final String SHEET = """
            :root { color-scheme: light dark; --page: #ffffff; --edge: #00000066; }
            body { margin: 0; background: var(--page); color: #1a1a1a; font: 15px/1.5 system-ui, sans-serif; }
            header, main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 0; }
            main { padding: 0 1rem 4rem; overflow-wrap: break-word; }
            nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: .6rem 0 0; padding: 0; }
            a { color: #0b5cad; }
            .skip { position: absolute; left: -100rem; }
            .skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
            :focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
            .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
            h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
            h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
            h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
            figure h3 { margin-top: 0; }
            p { margin: .4rem 0; max-width: 50rem; }
            .quiet, figcaption { color: #5a5a5a; }
            figure { margin: 1rem 0 1.75rem; }
            figcaption { font-size: .9rem; max-width: 50rem; }
            .chart svg { max-width: 100%; min-width: 40rem; height: auto; display: block; }
            table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid #dddddd; vertical-align: top; }
            caption { text-align: left; color: #5a5a5a; font-size: .9rem; padding-bottom: .2rem; }
            .wide, .chart { overflow-x: auto; background: linear-gradient(to right, var(--page) 40%, transparent) 0 0 / 3rem 100% local,
              linear-gradient(to left, var(--page) 40%, transparent) 100% 0 / 3rem 100% local,
              linear-gradient(to right, var(--edge), transparent) 0 0 / .9rem 100% scroll,
              linear-gradient(to left, var(--edge), transparent) 100% 0 / .9rem 100% scroll; background-repeat: no-repeat; }
            .wide th, .wide td { white-space: nowrap; }
            .fit th, .fit td { white-space: normal; padding-right: .7rem; }
            .fit .n, .fit strong { white-space: nowrap; }
            .fit tbody th { min-width: 6rem; }
            small { font-size: .85rem; }
            th { font-weight: 600; color: #5a5a5a; }
            tbody th { font-weight: 400; color: inherit; }
            @media (max-width: 40rem) { .readout:empty { min-height: 0; } }
            .words th, .words td { padding-right: .5rem; }
            .words tbody th { min-width: 0; }
            .words .time, .words .note { white-space: nowrap; }
            @media (max-width: 40rem) {
              .words .note { white-space: normal; }
              .rows :is(table, caption, tbody, tr, th, td) { display: block; }
              .rows thead, .rows td:empty { display: none; }
              .rows tr { padding: .3rem 0 .6rem; }
              .rows :is(tbody th, td) { border: 0; padding: .1rem 0; }
              .rows tr { border-bottom: 1px solid #999999; }
              .rows tbody th { font-weight: 600; }
              .rows td::before { content: attr(data-head) ": "; color: #5a5a5a; }
            }
            dl { margin: .4rem 0; max-width: 50rem; }
            dt { font-weight: 600; }
            dd { margin: 0 0 .5rem 1.2rem; }
            dd ul { margin: 0; padding-left: 1.1rem; color: #5a5a5a; font-size: .9rem; }
            .tools { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem; }
            .tools p { font-size: .9rem; flex: 1 1 20rem; }
            button { font: inherit; padding: .3rem .8rem; min-height: 2rem; border: 1px solid #767676; border-radius: .3rem;
              background: #f6f6f6; color: #1a1a1a; cursor: pointer; }
            .readout { margin: 0; min-height: 1.5em; font-size: .9rem; font-variant-numeric: tabular-nums; }
            .f-impact { stroke: #c98a66; stroke-width: .75; }
            .f-blackout, .f-step, .f-failed, .f-alert { stroke: #6b5a4a; stroke-width: .75; }
            .f-warmup { stroke: #8b9097; stroke-width: .75; }
            .f-interval { stroke: #6ea9cf; stroke-width: .75; }
            .s-cursor, .f-picked { pointer-events: none; }
            details { margin: .4rem 0; }
            summary { cursor: pointer; color: #5a5a5a; }
            code { background: #f0f0f0; padding: .15rem .35rem; border-radius: .2rem; }
            .v-passed { color: #006b4f; }
            .v-deviated, .v-error, .v-aborted { color: #a84300; }
            .v-inconclusive { color: #7a5c00; }
            @media screen and (prefers-color-scheme: dark) {
              :root { --page: #16181b; --edge: #ffffff66; }
              body { color: #e6e6e6; }
              .quiet, figcaption, caption, th, summary, dd ul { color: #a9adb3; }
              a { color: #7db8f5; }
              :focus-visible { outline-color: #7db8f5; }
              button { background: #26292e; color: #e6e6e6; border-color: #8a8f96; }
              th, td { border-color: #3a3d42; }
              .rows td::before { color: #a9adb3; }
              code { background: #26292e; }
              .v-passed { color: #4fd1a5; }
              .v-deviated, .v-error, .v-aborted { color: #ff9d5c; }
              .v-inconclusive { color: #f0c64a; }
              .f-ink, .f-onbar { fill: #e6e6e6; }
              .f-faint { fill: #a9adb3; }
              .s-grid { stroke: #2e3136; }
              .s-frame { stroke: #6b7077; }
              .s-cursor { stroke: #e6e6e6; }
              .f-impact { fill: #3a2a22; stroke: #a8714f; }
              .f-warmup { fill: #34383e; stroke: #7d838b; }
              .f-interval { fill: #1b3a50; stroke: #4f87ad; }
              .f-blackout { fill: #7d431d; stroke: #d98a52; }
              .f-step { fill: #1f4a66; stroke: #6ea9cf; }
              .f-failed { fill: #6b3512; stroke: #ff9d5c; }
              .f-alert { fill: #584709; stroke: #d9b64f; }
              .s-action { stroke: #d38fc0; }
              .f-action { fill: #d38fc0; }
              .f-plate { fill: #1f2226; }
              .f-pale { fill: #24282d; }
              .s-call { stroke: #80858c; } .f-call { fill: #80858c; }
              .s-path, .s-broken { stroke: #ff9d5c; } .f-path, .f-broken { fill: #ff9d5c; }
              .s-c1 { stroke: #56b4e9; } .f-c1 { fill: #56b4e9; }
              .s-c2 { stroke: #ff8a3d; } .f-c2 { fill: #ff8a3d; }
              .s-c3 { stroke: #2fc79a; } .f-c3 { fill: #2fc79a; }
              .s-c4 { stroke: #e39ac0; } .f-c4 { fill: #e39ac0; }
              .s-c5 { stroke: #e6c229; } .f-c5 { fill: #e6c229; }
              .s-c6 { stroke: #cccccc; } .f-c6 { fill: #cccccc; }
            }
            @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
            @media print {
              @page { margin: 15mm; }
              :root { color-scheme: light; }
              nav, .skip, .tools, .readout, .s-cursor { display: none; }
              details { display: none; }
              details[open] { display: block; }
              figure, tr { break-inside: avoid; }
              h2, h3, caption { break-after: avoid; }
              .chart, .wide { overflow: visible; background: none; }
              .chart svg { min-width: 0; }
              .wide th, .wide td, .fit .n { white-space: normal; font-size: .75rem; padding-right: .4rem; }
            }
            """;

    private Styles() {}
}
