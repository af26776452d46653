import SourceScan
import Testing

/// The search before the scan.
@Suite struct MarkerTests {
    private func mayLaunch(_ text: String) -> Bool { Array(text.utf8).withUnsafeBytes(LaunchMarkers.mayLaunch) }

    static let signs = [
        "/api/v2/flows/executions", "'flows/' + 'executions'", "api.postFlowsExecutions(", "post_flows_executions",
        "PostFlowsExecutionsAsync", "FlowExecutionLaunchRequest", "Flowexecutionlaunchrequest",
        "gc flows executions create", "/api/v2/textbots/bots/execute", "postTextbotsBotflowsSessions",
        "post_textbots_botflows_sessions", "TextBotFlowLaunchRequest", "Textbotflowlaunchrequest",
    ]

    @Test(arguments: signs)
    func findsEachSignAtEachPlace(sign: String) {
        for before in 0..<140 {
            let padding = String(repeating: "x", count: before)
            #expect(mayLaunch(padding + sign), "after \(before) bytes")
            #expect(mayLaunch(padding + sign + String(repeating: "exu", count: 40)), "before others")
        }
    }

    @Test func passesOtherText() {
        #expect(!mayLaunch(""))
        #expect(!mayLaunch("executio"))
        #expect(!mayLaunch(String(repeating: "the executor's next flows, extra", count: 100)))
    }

    @Test func listsTheWordsThatItFinds() {
        for sign in Self.signs { #expect(LaunchMarkers.all.contains { sign.contains($0) }, "\(sign)") }
    }
}
