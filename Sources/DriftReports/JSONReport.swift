public import DriftCore
import YAML

/// The report for programs; docs/schemas/report.schema.json describes it.
public struct JSONReport: Sendable {
    /// Makes a report.
    public init() {}

    /// The report of a verdict as one JSON object, with members sorted by name.
    ///
    /// - Parameters:
    ///   - verdict: The verdict.
    ///   - gate: The facts of a release gate, or `nil` for any other report.
    ///   - run: What identifies the run, or `nil` to leave it out.
    ///   - launches: The launches in scanned sources, or `nil` if none were scanned.
    /// - Returns: The JSON text.
    public func text(
        of verdict: Verdict,
        gate: GateFacts? = nil,
        run: RunFacts? = nil,
        launches: [SourceLaunch]? = nil
    ) -> String {
        var document = Document(verdict, gate)
        document.launches = launches?.map(LaunchDocument.init)
        document.run = run.map(RunDocument.init)
        return JSONText.encode(document)
    }

    private struct Document: Encodable {
        var flowdrift = 1
        var status: String
        var complete: Bool
        var summary: [String: Int]
        var coverage: CoverageDocument
        var findings: [FindingDocument]
        var problems: [ProblemDocument]
        var gate: GateDocument?
        var run: RunDocument?
        var launches: [LaunchDocument]?

        init(_ verdict: Verdict, _ facts: GateFacts?) {
            gate = facts.map { GateDocument(verdict, $0) }
            status = verdict.status.word
            complete = verdict.isComplete
            let counts = Severity.allCases.map { severity in
                (severity.rawValue + "s", verdict.findings.count { $0.severity == severity && $0.acceptance == nil })
            }
            let accepted = Acceptance.words.map { word -> (String, Int) in
                (word, verdict.findings.count { $0.acceptance?.word == word })
            }
            summary = Dictionary(uniqueKeysWithValues: counts + accepted)
            coverage = CoverageDocument(verdict.coverage)
            findings = verdict.findings.map(FindingDocument.init)
            problems = verdict.problems.map(ProblemDocument.init)
        }
    }

    private struct LaunchDocument: Encodable {
        struct Input: Encodable {
            var name: String
            var line: Int?
            var column: Int?
            var certainty: String
        }

        var file: String
        var line: Int?
        var column: Int?
        var language: String
        var setting: String
        var flow: String?
        var flowId: String?
        var reason: String?
        var inputs: [Input]
        var mayMentionMore: Bool
        var contract: String?

        init(_ launch: SourceLaunch) {
            file = launch.place.file
            line = launch.place.position?.line
            column = launch.place.position?.column
            language = launch.language
            setting = launch.setting.rawValue
            switch launch.target {
            case .flow(let key): flow = key.description
            case .id(let id): flowId = id.text
            case .unknown: reason = launch.reason
            }
            inputs = launch.inputs.map { input in
                Input(
                    name: input.name,
                    line: input.place.position?.line,
                    column: input.place.position?.column,
                    certainty: input.certainty.rawValue
                )
            }
            mayMentionMore = launch.mayMentionMore
            contract = launch.contracts.isEmpty ? nil : launch.contracts.joined(separator: ", ")
        }
    }

    private struct RunDocument: Encodable {
        var version: String
        var commit: String?
        var time: String
        var environments: [String]
        var command: String

        init(_ run: RunFacts) {
            version = run.version
            commit = run.commit
            time = run.time
            environments = run.environments
            command = run.command
        }
    }

    private struct CoverageDocument: Encodable {
        var contracts: Int
        var requests: Int?
        var otherRequests: Int?
        var inputs: CountDocument
        var outputs: CountDocument
        var triggers: CountDocument
        var triggerEvents: CountDocument
        var code: CodeDocument?
        var sources: SourcesDocument?
        var repositories: [SourceDocument]?
        var remarks: [String]
        var unknown: [UnknownDocument]

        init(_ coverage: Coverage) {
            contracts = coverage.contracts.count
            requests = coverage.requests.total == 0 ? nil : coverage.requests.total
            let isLint = coverage.otherRequests > 0 || coverage.filesWithoutLaunch > 0
            otherRequests = isLint ? coverage.otherRequests : nil
            inputs = CountDocument(coverage.inputs)
            outputs = CountDocument(coverage.outputs)
            triggers = CountDocument(coverage.triggers)
            triggerEvents = CountDocument(coverage.triggerEvents)
            code = coverage.code.isWanted ? CodeDocument(coverage.code) : nil
            sources = coverage.sources.isWanted ? SourcesDocument(coverage.sources) : nil
            let read = coverage.repositories.map(SourceDocument.init)
            repositories = read.isEmpty ? nil : read
            remarks = coverage.remarks.map(\.text)
            unknown = coverage.unknowns.map(UnknownDocument.init)
        }
    }

    private struct CountDocument: Encodable {
        var checked: Int
        var total: Int

        init(checked: Int, total: Int) {
            (self.checked, self.total) = (checked, total)
        }

        init(_ count: Coverage.Count) {
            self.init(checked: count.checked, total: count.total)
        }
    }

    private struct CodeDocument: Encodable {
        var contracts: CountDocument
        var declared: Int
        var observed: Int
        var mentioned: Int
        var inputs: CountDocument

        init(_ code: CodeCoverage) {
            contracts = CountDocument(checked: code.compared.count, total: code.contracts.count)
            declared = code.declared.count
            observed = code.observed.count
            mentioned = code.mentioned.count
            inputs = CountDocument(code.inputs)
        }
    }

    private struct SourcesDocument: Encodable {
        var files: Int
        var launches: Int
        var unknownFlows: Int
        var skipped: [String: Int]

        init(_ sources: SourceCoverage) {
            files = sources.files
            launches = sources.launches
            unknownFlows = sources.unknownFlows
            skipped = sources.skipped
        }
    }

    private struct UnknownDocument: Encodable {
        var reason: String
        var fix: String
        var contract: String?
        var flow: String?
        var environment: String?
        var location: LocationDocument?

        init(_ unknown: Unknown) {
            reason = unknown.reason
            fix = unknown.fix
            contract = unknown.contract
            flow = unknown.flow?.description
            environment = unknown.environment?.text
            location = unknown.place.map(LocationDocument.init)
        }
    }

    struct ProblemDocument: Encodable {
        var message: String
        var fix: String?
        var location: LocationDocument

        init(_ problem: ReadingError) {
            message = problem.problem
            fix = problem.fix
            location = LocationDocument(problem.place)
        }
    }
}
