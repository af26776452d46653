extension HTMLReport {
    /// The style has two themes, one column on a phone, and no controls in print.
    static let style = #"""

        :root {
          --paper: #ffffff; --panel: #f4f6f8; --line: #c9d1d9; --ink: #1b1f24; --quiet: #4d5661;
          --link: #0550ae; --error: #a40e26; --warning: #7a4b00; --note: #0550ae; --good: #116329;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #0d1117; --panel: #161b22; --line: #3d444d; --ink: #e6edf3; --quiet: #a9b3be;
            --link: #79c0ff; --error: #ff938a; --warning: #e3b341; --note: #79c0ff; --good: #56d364;
          }
        }
        * { box-sizing: border-box; }
        html { color-scheme: light dark; scroll-behavior: smooth; }
        body {
          margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
        }
        h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; }
        h2 { margin: 2rem 0 .75rem; font-size: 1.3rem; }
        h3 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
        h4 { margin: 0 0 .5rem; font-size: 1rem; }
        a { color: var(--link); }
        a:focus-visible, input:focus-visible, select:focus-visible, .scroll:focus-visible, :target {
          outline: 3px solid var(--link); outline-offset: 2px;
        }
        code { font: .925em/1.5 ui-monospace, monospace; white-space: pre-wrap; }
        header, footer { color: var(--quiet); }
        header p { margin: .25rem 0; }
        footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .875rem; }
        .tool { font-weight: 600; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { position: static; }
        .error { color: var(--error); }
        .warning { color: var(--warning); }
        .note { color: var(--note); }
        .good { color: var(--good); }
        .unknown { color: var(--warning); }
        .absent, .owner, .count { color: var(--quiet); }
        .owner { display: block; font-weight: 400; font-size: .875rem; }
        .count { font-weight: 400; }
        .scroll { overflow-x: auto; }
        .run { font-size: .875rem; }
        table { border-collapse: collapse; min-width: 50%; }
        th, td { padding: .4rem .75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { background: var(--panel); }
        tr > :first-child { min-width: 14rem; position: sticky; left: 0; background: var(--paper); }
        thead tr > :first-child { background: var(--panel); }
        td { white-space: nowrap; }
        td a { color: inherit; }
        .filter {
          display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end;
          padding: .75rem; background: var(--panel); border: 1px solid var(--line);
        }
        .filter[hidden], .finding[hidden], .group[hidden] { display: none; }
        /* The browser lays out a group only when it becomes visible: the layout of 10,000 findings takes seconds. */
        .group { content-visibility: auto; contain-intrinsic-size: auto 40rem; }
        .filter p { margin: 0; }
        .filter fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border: 0; margin: 0; padding: 0; }
        .filter legend { padding: 0; }
        input, select { font: inherit; min-height: 1.75rem; color: var(--ink); background: var(--paper); }
        input[type=search], select { border: 1px solid var(--quiet); padding: .25rem .5rem; max-width: 100%; }
        input[type=checkbox] { width: 1.25rem; height: 1.25rem; min-height: 0; vertical-align: middle; }
        .finding {
          margin: .75rem 0; padding: .75rem 1rem; color: var(--ink);
          border: 1px solid var(--line); border-left: .35rem solid var(--note); break-inside: avoid;
        }
        .finding.error { border-left-color: var(--error); }
        .finding.warning { border-left-color: var(--warning); }
        .finding.error .severity { color: var(--error); }
        .finding.warning .severity { color: var(--warning); }
        .finding.note .severity { color: var(--note); }
        .severity { margin-right: .25rem; }
        .term { margin: 0; color: var(--quiet); font-size: .875rem; }
        .facts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0; padding: 0; list-style: none; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin: .75rem 0; }
        .sides div { padding: .5rem .75rem; background: var(--panel); min-width: 0; }
        .sides ul { margin: 0; padding-left: 1.25rem; }
        .fix { margin: .5rem 0 0; }
        .call {
          display: grid; grid-template-columns: 1fr 2rem 1fr; align-items: center; margin: .75rem 0; break-inside: avoid;
        }
        .call ul { margin: 0; padding: 0; list-style: none; }
        .call li, .call .target {
          margin: .25rem 0; padding: .35rem .75rem; overflow-wrap: anywhere; min-width: 0;
          border: 1px solid var(--line); background: var(--panel);
        }
        .call .target { grid-column: 3; font-weight: 600; }
        .call::before { content: "\2192"; grid-column: 2; grid-row: 1; text-align: center; color: var(--quiet); }
        .call ul { grid-column: 1; grid-row: 1; }
        .call .target { grid-row: 1; }
        .call .breaks { border-color: var(--error); border-left-width: .35rem; }
        .notices li { margin: .5rem 0; }
        .lead { font-weight: 600; }
        @media (max-width: 40rem) {
          h1 { font-size: 1.4rem; }
          tr > :first-child { min-width: 8.5rem; max-width: 45vw; }
          th, td { padding: .35rem .5rem; }
          .sides { grid-template-columns: 1fr; }
          .call { grid-template-columns: 1fr; }
          .call::before { content: "\2193"; grid-column: 1; grid-row: 2; }
          .call .target { grid-column: 1; grid-row: 3; }
          .filter { flex-direction: column; align-items: stretch; }
        }
        @media print {
          :root {
            --paper: #ffffff; --panel: #ffffff; --line: #8c959f; --ink: #000000; --quiet: #333333;
            --link: #000000; --error: #000000; --warning: #000000; --note: #000000; --good: #000000;
          }
          html { font-size: 75%; }
          body { max-width: none; padding: 0; }
          .skip, .filter { display: none; }
          .scroll { overflow: visible; }
          h2, h3, h4 { break-after: avoid; }
          tr { break-inside: avoid; }
        }

        """#
}
