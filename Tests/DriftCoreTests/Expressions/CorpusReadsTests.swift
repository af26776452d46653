import Testing

@testable import DriftCore

/// What real flows read of their inputs.
@Suite(.enabled(if: CorpusFlow.isPresent, "../shared/corpus is not there"))
struct CorpusReadsTests {
    @Test func listsWhatEveryFlowReads() throws {
        var counts: [Reads.Extent: Int] = [:]
        var paths = 0
        for file in try CorpusFlow.all() {
            let flow = try #require(try file.flow(), "\(file)")
            for input in flow.inputs {
                let reads = try #require(input.reads, "\(file): \(input.name)")
                counts[reads.extent, default: 0] += 1
                paths += reads.paths.count
            }
        }
        print(
            "corpus: \(counts[.read, default: 0]) inputs read, \(counts[.unread, default: 0]) unread,",
            "\(counts[.partly, default: 0]) partly read, at \(paths) paths"
        )
        #expect(counts.values.reduce(0, +) > 50)
    }

    /// Exports and the Archy YAML of the same flow; names differ if they come from a placeholder or a template.
    @Test(arguments: [
        ("ani-blacklist", "Blacklist.i3WorkFlow", "blacklist.yaml"),
        ("automated-callback-blueprint", "Proactive_callback_v1-0.i3WorkFlow", "Proactive callback workbin.yaml"),
        (
            "merge-ephemeral-message-to-external-contact-blueprint", "MergeExternalContactBot.i3BotFlow",
            "MergeExternalContactBot.yaml"
        ),
        (
            "merge-ephemeral-message-to-external-contact-blueprint", "ResolveContact.i3CommonModuleFlow",
            "ResolveContact.yaml"
        ),
        (
            "negative-sentiment-callback", "Send SMS and Create Supervisor Callback.i3WorkFlow",
            "Send_SMS_and_Create_Supervisor_Callback.yaml"
        ),
        ("process-automation-trigger-with-salesforce", "Conversation Summary.i3WorkFlow", "Conversation Summary.yaml"),
        ("scheduling-bot-blueprint", "SchedulingBot.i3BotFlow", "SchedulingBot.yaml"),
    ])
    func findsTheSameInAnExportAndInYAML(_ blueprint: String, export: String, yaml: String) throws {
        let files = try CorpusFlow.all().filter { $0.description.hasPrefix(blueprint + "/") }
        let exports = files.filter { $0.description.hasSuffix("/" + export) }
        let yamls = files.filter { $0.description.hasSuffix("/" + yaml) }
        let expected = try #require(try exports.first?.flow()?.inputs.map(NamedReads.init))
        #expect(!yamls.isEmpty)
        for file in yamls { #expect(try file.flow()?.inputs.map(NamedReads.init) == expected, "\(file)") }
    }

    @Test func seesThatACallbackReadsWhatNoEventHas() throws {
        let reads = try Self.reads(
            in: "negative-sentiment-callback/exports/Send SMS and Create Supervisor Callback.i3WorkFlow"
        )
        #expect(
            reads == [
                "Flow.CallerAni": Reads(.read), "Flow.ani": Reads(.read), "Flow.caseId": Reads(.unread),
                "Flow.conversationId": Reads(.read), "Flow.converstationId": Reads(.unread),
            ]
        )
    }

    @Test func seesWhichMembersOfAnEventASummaryReads() throws {
        let reads = try Self.reads(
            in: "process-automation-trigger-with-salesforce/exports/Conversation Summary.i3WorkFlow"
        )
        let paths = ["ani", "conversationId"].compactMap { MemberPath($0) }
        #expect(reads == ["Flow.jsonData": Reads(.read, paths: paths), "Flow.jsonSummary": Reads(.unread)])
    }

    private static func reads(in path: String) throws -> [String: Reads] {
        let flow = try #require(try CorpusFlow(description: path).flow())
        return flow.inputs.reduce(into: [:]) { reads, input in reads[input.name] = input.reads }
    }

    private struct NamedReads: Equatable {
        var name: String
        var reads: Reads?

        init(_ input: Variable) { (name, reads) = (input.name, input.reads) }
    }
}
