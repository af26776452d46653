import DriftCore

/// docs/why-400.md: why a launch comes back as a 400, each cause with its before and after.
public enum WhyPage {
    /// The page in Markdown.
    public static var text: String {
        ([introduction] + causes.map(section)).joined(separator: "\n")
    }

    /// The rules that explain a refused request: those on requests that report more than a note.
    static var causes: [DriftRule] {
        DriftRule.all.filter { $0.isOnRequest && $0.severity > .note && $0.id != "payload-contract-broken" }
    }

    private static let introduction = """
        # Why is it a 400?

        `POST /api/v2/flows/executions` answers "Failed to parse request body", `bad.request`, or a bare 400, and does \
        not say where. `flowdrift lint` does: it takes the body, the curl command or the data action as it is, says \
        what is wrong at which line and column, and prints the request as it should be.

        ```sh
        flowdrift lint request.json --flow "workflow/Callback Request"
        flowdrift lint request.sh --response answer.json     # with the error answer that came back
        pbpaste | flowdrift lint - --fix                     # the mended request alone
        ```

        The right form, in full:

        ```sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \\
          -H "Authorization: Bearer $TOKEN" \\
          -H 'Content-Type: application/json' \\
          --data-raw '{
          "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21",
          "inputData": {
            "Flow.callerNumber": "+353123456789"
          }
        }'
        ```

        The token's role needs the permission `architect:flow:launch`; a user's token needs the scope `architect` \
        besides. The host is that of the org's region, with `api.` in front. Everything below is a cause that \
        `lint` finds, each with a request before and after.

        """

    private static func section(of rule: DriftRule) -> String {
        let parts = [
            ["## \(rule.summary)", rule.explanation, "Before:"], requests(rule.example.firing).map(RulesPage.block),
            ["After:"], requests(rule.example.silent).map(RulesPage.block),
            ["The rule is [\(rule.id)](rules.md#\(rule.id))."],
        ]
        return parts.joined().map { $0 + "\n" }.joined(separator: "\n")
    }

    /// The files of an example that somebody sends.
    private static func requests(_ files: [RuleExample.File]) -> [RuleExample.File] {
        files.filter { !$0.name.hasSuffix(".yaml") && $0.name != "response.json" }
    }
}
