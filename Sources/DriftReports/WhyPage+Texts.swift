import DriftCore
import StrictJSON

/// The texts of the page except the rules.
extension WhyPage {
    static let introduction = """
        # Why is it a 400?

        `POST /api/v2/flows/executions` answers "Failed to parse request body", `bad.request`, or a 400 without a \
        text. The answer doesn't say where the mistake is. `flowdrift lint` does: it reads the body, the curl command \
        or the data action as you sent it. It says what is wrong at which line and column, and prints the corrected \
        request.

        ```sh
        flowdrift lint request.json --flow "workflow/Callback Request"
        flowdrift lint request.sh --response answer.json     # with the error answer that came back
        pbpaste | flowdrift lint - --fix                     # only the corrected request
        ```

        A correct request:

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

        The token's role needs the permission `architect:flow:launch`; a user's token also needs the scope \
        `architect`. The host is `api.` followed by the domain of the org's region.

        The API's documentation doesn't say which mistake gets which answer. So the answers on this page are the \
        probable ones. For each answer, the table lists what to check, the most probable cause first. `lint` checks \
        everything in the table. After the table, a section explains each mistake, with the request before and after \
        its correction.

        """

    /// Ways in which a body isn't JSON, each with the reader's message.
    static var brokenJSON: String {
        let rows = samples.compactMap { sample in
            JSONDocument(reading: Array(sample.utf8)).faults.first.map { fault in
                "| `\(sample)` | \(cell(fault.problem)) | \(cell(fault.fix)) |"
            }
        }
        let head = ["Other mistakes in the JSON of a body:", "", "| the body | what is wrong | fix |", "|---|---|---|"]
        // For a form, `lint` doesn't read the body as JSON.
        let fix = #"write an object: `{"flowId": "…", "name": "…"}`"#
        let form = "| `flowId=…&name=…` | the body is the fields of a form, not JSON | \(fix) |"
        return (head + rows + [form]).joined(separator: "\n")
    }

    /// Request bodies that people send, none of them valid JSON.
    static let samples = [
        #"{“flowId”: "…"}"#, "{'flowId': '…'}", #"{flowId: "…"}"#, #"{"flowId": "…" "name": "…"}"#,
        #"{"flowId": "…", "inputData": {}"#, #"{"flowId": "…",, "name": "…"}"#, #"{"flowId" "…"}"#,
        #"{"flowId" = "…"}"#, #"{"flowId": }"#, #"{"flowId": "…}"#, #"{"flowId": undefined}"#,
        #"{"Flow.isUrgent": True}"#, #"{"Flow.isUrgent": None}"#, #"{"Flow.amount": NaN}"#,
        #"{"Flow.amount": 007}"#, #"{"Flow.amount": 1,5}"#, #"{"flowId": "…"} // the test flow"#,
        #"{\"flowId\": \"…\"}"#, #"{"Flow.path": "C:\Users"}"#, #"{"Flow.note": "\uD83D"}"#, "\u{FEFF}{}",
        #"{"flowId": "…"}{"flowId": "…"}"#,
    ]

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|")
    }
}
