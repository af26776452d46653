import DriftCore
import Foundation
import GenesysCloud
import GenesysStub
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI

/// The first snapshot of a large org begins where an interrupted run ended.
struct LiveResumeTests {
    private static let org = StubOrg(flows: (0..<30).map { .workflow("Flow \($0)") })

    /// The home folder of the user, which is outside the repository.
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private var variables: [String: String] { LiveProject.client.merging(["HOME": home.path]) { $1 } }

    /// The files that a run keeps, by path below the home folder.
    private func keptFiles() throws -> [String] {
        try home.tree().keys.filter { $0.hasPrefix(".cache/flowdrift/runs/") }.sorted()
    }

    /// The state of an interrupted run in a project, with the flows that the run has read.
    private func state(_ live: LiveProject) throws -> InterruptedRun {
        let context = Context(
            workingFolder: live.folder.path,
            variables: variables,
            isTerminal: false,
            isErrorTerminal: false,
            print: { _ in },
            printError: { _ in }
        )
        return InterruptedRun(
            host: try PlatformHost(gateway: live.host),
            environment: EnvironmentName("test"),
            context: context
        )
    }

    private static func flow(_ number: Int, version: String = "1.0") -> Flow {
        var flow = Flow.workflow("Flow \(number)", version: version, inputs: ["Flow.id": "string"])
        flow.id = StubFlow.workflow("Flow \(number)").id
        return flow
    }

    private func configurations(_ requests: [String]) -> Int { requests.count { $0.hasSuffix("/configuration") } }

    @Test func requestsOnlyWhatIsMissing() async throws {
        let whole = try await LiveProject.serving(Self.org) { live in
            #expect(await live.run("snapshot").status == 0)
            return try live.snapshots()
        }
        try await LiveProject.serving(Self.org) { live in
            let state = try state(live)
            for number in 0..<12 { state.keep(Self.flow(number)) }
            // This flow was published again in the meantime.
            state.keep(Self.flow(12, version: "0.9"))
            let files = try keptFiles()
            #expect(files.count == 13)
            for file in files {
                let path = home.path + "/" + file
                let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
                #expect(try Self.mode(path) == 0o600)
                #expect(try Self.mode(folder) == 0o700)
            }
            let run = await live.run("snapshot", variables: variables)
            #expect(run.status == 0, "\(run.transcript)")
            #expect(run.errors.contains("12 flows were read by an earlier run, which was interrupted\n"))
            #expect(configurations(live.server.requests) == 18)
            #expect(try live.snapshots() == whole)
            let left = try keptFiles()
            #expect(left == [])
        }
    }

    @Test func ignoresAFileThatIsDamaged() async throws {
        try await LiveProject.serving(Self.org) { live in
            let state = try state(live)
            for number in 0..<3 { state.keep(Self.flow(number)) }
            let files = try keptFiles()
            try home.write("", to: files[0])
            let text = try #require(home.read(files[1]))
            try home.write(text.replacing("# ", with: "# other "), to: files[1])
            #expect(await live.run("snapshot", variables: variables).status == 0)
            #expect(configurations(live.server.requests) == 29)
        }
    }

    @Test func saysThatNothingCanBeKept() async throws {
        try await LiveProject.serving(Self.org) { live in
            try home.write("a file", to: ".cache")
            let run = await live.run("snapshot", variables: variables)
            #expect(run.status == 0)
            #expect(run.errors.ranges(of: "so an interrupted run would begin anew").count == 1)
        }
    }

    @Test func keepsNothingForACheck() async throws {
        try await LiveProject.serving(Self.org) { live in
            let run = await live.run("snapshot", "--check", variables: variables)
            #expect(run.status == 1)
            let left = try keptFiles()
            #expect(left == [])
        }
    }

    @Test(arguments: [["--full"], ["--record", "org.jsonl"]])
    func takesNothingWhereEveryAnswerIsNeeded(_ words: [String]) async throws {
        try await LiveProject.serving(Self.org) { live in
            try state(live).keep(Self.flow(0))
            let arguments = ["snapshot", "--environment", "test", "--host", live.host] + words
            #expect(await CommandRun(arguments, in: live.folder.path, variables: variables).status == 0)
            #expect(configurations(live.server.requests) == 30)
        }
    }

    @Test(arguments: [[:], ["XDG_CACHE_HOME": "CACHE"]])
    func writesNothingIntoTheRepository(_ places: [String: String]) async throws {
        try await LiveProject.serving(Self.org) { live in
            let inside = places.mapValues { _ in live.folder.path + "/.cache" }
            let state = InterruptedRun(
                host: try PlatformHost(gateway: live.host),
                environment: EnvironmentName("test"),
                context: Context(
                    workingFolder: live.folder.path,
                    variables: LiveProject.client.merging(inside) { $1 },
                    isTerminal: false,
                    isErrorTerminal: false,
                    print: { _ in },
                    printError: { _ in }
                )
            )
            state.keep(Self.flow(0))
            let files = try live.folder.tree()
            #expect(files.isEmpty)
        }
    }

    private static func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? Int ?? 0) & 0o777
    }
}

/// What a live run says while it runs.
struct ProgressLineTests {
    /// The lines off a terminal for events at the given seconds.
    private func lines(_ events: [(Double, ProgressEvent)]) -> [String] {
        let now = Mutex(CommandRun.now)
        let text = Mutex("")
        let context = Context(
            workingFolder: "/",
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            now: { now.withLock { $0 } },
            print: { _ in },
            printError: { said in text.withLock { $0 += said } }
        )
        let progress = ProgressLine(context: context)
        for (seconds, event) in events {
            now.withLock { $0 = CommandRun.now.addingTimeInterval(seconds) }
            progress.show(event)
        }
        return text.withLock { $0.split(separator: "\n").map(String.init) }
    }

    @Test func tellsTheRateAndTheTimeThatIsLeft() {
        let events = (0...60).map { second in
            (Double(second), ProgressEvent.configuration(number: 1 + second * 5, of: 10_000))
        }
        let lines = lines(events)
        #expect(lines.first == "reading configurations: 51 of 10000, 300 a minute, about 34 min left")
        #expect(lines.last == "reading configurations: 301 of 10000, 300 a minute, about 33 min left")
        #expect(lines.count == 6)
    }

    @Test func tellsAtOnceWhatNobodyShouldWaitFor() {
        let refused = ProgressEvent.retrying(
            request: "POST /oauth/token",
            reason: "the connection was refused",
            pause: .seconds(1),
            isFirstContact: true
        )
        #expect(lines([(0, refused), (1.4, refused)]) == [])
        #expect(lines([(1.5, refused)]) == ["POST /oauth/token: the connection was refused; trying again in 1 s"])
        #expect(
            lines([(0, .sharedLimit(others: 57)), (1, .listing(what: "flows", count: 1, total: 2))]) == [
                "another program uses the same OAuth client: it sent 57 requests within a minute, which count for the "
                    + "same rate limit"
            ]
        )
    }
}
