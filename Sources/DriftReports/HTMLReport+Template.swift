import SourceText

extension HTMLReport {
    /// The page, in Mustache; all values are escaped already, so they are written with three braces.
    static let template = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{{{policy}}}">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="flowdrift">
        <title>{{{title}}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the report</a>
        <header>
        <p class="tool">flowdrift</p>
        <h1 class="{{#isDrift}}error{{/isDrift}}{{#isInSync}}good{{/isInSync}}{{#isUnchecked}}unknown{{/isUnchecked}}">{{{verdict}}}</h1>
        <p>{{{coverage}}}</p>
        {{#code}}
        <p>{{{.}}}</p>
        {{/code}}
        {{#run}}
        <p class="run">{{{.}}}<br><code>{{{command}}}</code></p>
        {{/run}}
        </header>
        <main id="main">
        {{#hasProblems}}
        <section aria-labelledby="problems">
        <h2 id="problems">Could not be read</h2>
        <ul class="notices">
        {{#problems}}
        {{> notice}}
        {{/problems}}
        </ul>
        </section>
        {{/hasProblems}}
        {{#matrix}}
        <section aria-labelledby="matrix">
        <h2 id="matrix">Contracts and environments</h2>
        <div class="scroll" role="group" aria-labelledby="matrix" tabindex="0">
        <table>
        <thead>
        <tr><th scope="col">{{{firstHeading}}}</th>{{#columns}}<th scope="col">{{{.}}}</th>{{/columns}}</tr>
        </thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{{rowName}}}{{#rowOwner}} <span class="owner">{{{.}}}</span>{{/rowOwner}}</th>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#leftOut}}
        <p>{{{.}}}.</p>
        {{/leftOut}}
        </section>
        {{/matrix}}
        {{#hasFindings}}
        <section aria-labelledby="findings">
        <h2 id="findings">Findings</h2>
        <form class="filter" id="filter" role="search" hidden>
        <p><label for="words">Search the findings</label> <input type="search" id="words" autocomplete="off"></p>
        <fieldset>
        <legend>Severity</legend>
        <label><input type="checkbox" name="severity" value="error" checked> errors</label>
        <label><input type="checkbox" name="severity" value="warning" checked> warnings</label>
        <label><input type="checkbox" name="severity" value="note" checked> notes</label>
        </fieldset>
        <p><label for="environment">Environment</label>
        <select id="environment"><option value="">all</option>{{#environments}}<option>{{{.}}}</option>{{/environments}}</select></p>
        <p id="shown" role="status"></p>
        </form>
        {{#owners}}
        <div class="group">
        <h3>{{{ownerName}}} <span class="count">{{{findingCount}}}</span></h3>
        {{#findings}}
        {{> finding}}
        {{/findings}}
        </div>
        {{/owners}}
        </section>
        {{/hasFindings}}
        {{#called}}
        <section aria-labelledby="callers">
        <h2 id="callers">Who calls what</h2>
        {{#flows}}
        <div class="call">
        <ul>
        {{#callerItems}}
        <li{{#callerBreaks}} class="breaks"{{/callerBreaks}}><span class="term">{{{callerKind}}}{{#callerBreaks}}, breaks{{/callerBreaks}}</span> {{{callerName}}}{{#callerOwner}} <span class="owner">{{{.}}}</span>{{/callerOwner}}</li>
        {{/callerItems}}
        </ul>
        <p class="target">{{{calledFlow}}}</p>
        </div>
        {{/flows}}
        {{#rest}}
        <p>{{{.}}}</p>
        {{/rest}}
        </section>
        {{/called}}
        {{#hasUnknowns}}
        <section aria-labelledby="unknowns">
        <h2 id="unknowns">Unknown</h2>
        <ul class="notices">
        {{#unknowns}}
        {{> notice}}
        {{/unknowns}}
        </ul>
        </section>
        {{/hasUnknowns}}
        {{#hasRemarks}}
        <section aria-labelledby="remarks">
        <h2 id="remarks">Worth knowing</h2>
        <ul class="notices">
        {{#remarks}}
        <li>{{{.}}}</li>
        {{/remarks}}
        </ul>
        </section>
        {{/hasRemarks}}
        {{#hasFindings}}
        <section aria-labelledby="rules">
        <h2 id="rules">What the rules say</h2>
        {{#rules}}
        <div class="rule" id="rule-{{{ruleID}}}">
        <h3>{{{ruleID}}}</h3>
        <p class="lead">{{{ruleSummary}}}.</p>
        {{#ruleParagraphs}}
        <p>{{{.}}}</p>
        {{/ruleParagraphs}}
        </div>
        {{/rules}}
        </section>
        {{/hasFindings}}
        </main>
        <footer>
        <p>Written by flowdrift. Error: a caller can break. Warning: the definitions don't show whether a caller \#
        breaks. Note: safe, but worth knowing.</p>
        </footer>
        <script>{{{script}}}</script>
        </body>
        </html>

        """#

    static let cell = #"""
        <td class="{{{cellClass}}}"><span class="sign" aria-hidden="true">{{{cellSign}}}</span> \#
        {{#cellTarget}}<a href="#{{{.}}}">{{{cellPhrase}}}</a>{{/cellTarget}}\#
        {{^cellTarget}}{{{cellPhrase}}}{{/cellTarget}}</td>
        """#

    /// A finding, with its two sides next to each other if they are known.
    static let finding = #"""
        <article class="finding {{{severity}}}" id="{{{identifier}}}" data-severity="{{{severity}}}" \#
        data-environments="{{{scopeNames}}}">
        <h4><span class="severity"><span class="sign" aria-hidden="true">{{{sign}}}</span> {{{severity}}}</span> {{{message}}}</h4>
        <ul class="facts">
        {{#acceptance}}
        <li><span class="term">Does not count</span> {{{.}}}</li>
        {{/acceptance}}
        {{#scope}}
        <li><span class="term">Environment</span> {{{.}}}</li>
        {{/scope}}
        {{#contract}}
        <li><span class="term">Contract</span> {{{.}}}</li>
        {{/contract}}
        {{#flow}}
        <li><span class="term">Flow</span> {{{.}}}</li>
        {{/flow}}
        {{#trigger}}
        <li><span class="term">Trigger</span> {{{.}}}</li>
        {{/trigger}}
        {{#origin}}
        <li><span class="term">Version</span> {{{.}}}</li>
        {{/origin}}
        {{#place}}
        <li><span class="term">Place</span> <code>{{{.}}}</code></li>
        {{/place}}
        <li><span class="term">Rule</span> <a href="#rule-{{{rule}}}">{{{rule}}}</a></li>
        </ul>
        {{#sides}}
        <div class="sides">
        <div><p class="term">{{{leftName}}}</p>{{#left}}<code>{{{.}}}</code>{{/left}}{{^left}}none{{/left}}</div>
        <div><p class="term">{{{rightName}}}</p>{{#right}}<code>{{{.}}}</code>{{/right}}{{^right}}none{{/right}}</div>
        </div>
        {{/sides}}
        {{#picture}}
        <div class="sides picture">
        <div><p class="term">An event that shows the problem</p><code>{{{pictureEvent}}}</code></div>
        <div><p class="term">What the flow receives</p>
        {{#receivesSomething}}
        <ul>{{#receivedItems}}<li><code>{{{.}}}</code></li>{{/receivedItems}}</ul>
        {{/receivesSomething}}
        {{^receivesSomething}}nothing{{/receivesSomething}}
        </div>
        </div>
        {{/picture}}
        <p class="fix"><strong>Fix:</strong> {{{fix}}}</p>
        {{#sameCauseHeading}}
        <details class="same-cause"><summary>{{{.}}}</summary>
        <ul>
        {{#sameCause}}
        <li><strong>{{{foldedLabel}}}</strong>: {{{foldedMessage}}}{{#foldedPlace}} <code>{{{.}}}</code>{{/foldedPlace}} \#
        (<a href="#rule-{{{foldedRule}}}">{{{foldedRule}}}</a>)</li>
        {{/sameCause}}
        </ul>
        </details>
        {{/sameCauseHeading}}
        </article>

        """#

    /// Something that couldn't be read or is unknown.
    static let notice = #"""
        <li>{{#noticeScope}}<strong>{{{.}}}</strong>: {{/noticeScope}}{{{noticeMessage}}}\#
        {{#noticePlace}} <code>{{{.}}}</code>{{/noticePlace}}\#
        {{#noticeFix}}<br><strong>Fix:</strong> {{{.}}}{{/noticeFix}}</li>

        """#
}
