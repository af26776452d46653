import TestSupport
import Testing

/// Verifies the rules of docs/architecture.md against the source files.
struct ArchitectureTests {
    /// The modules that each target may import: lower targets and external ones.
    private static let imports: [String: Set<String>] = [
        "CYAML": [],
        "SourceText": ["Foundation"],
        "YAML": ["CYAML", "SourceText"],
        "StrictJSON": ["Foundation", "SourceText", "Synchronization"],
        "PastedRequests": ["Foundation", "SourceText", "StrictJSON"],
        "SourceScan": ["Foundation", "SourceText"],
        "DriftCore": [
            "Foundation", "PastedRequests", "SourceText", "StrictJSON", "Synchronization", "TerraformPlans", "YAML",
        ],
        "TerraformPlans": [],
        "GenesysCloud": [
            "DriftCore", "Foundation", "FoundationNetworking", "SourceText", "StrictJSON", "Synchronization", "TOMLKit",
        ],
        "GenesysStub": [
            "DriftCore", "FlyingFox", "FlyingSocks", "Foundation", "SourceText", "StrictJSON", "Synchronization",
            "YAML",
        ],
        "DriftEngine": [
            "Dispatch", "DriftCore", "GenesysCloud", "PastedRequests", "SourceScan", "SourceText", "StrictJSON",
            "Foundation", "Synchronization",
        ],
        "DriftReports": ["DriftCore", "Foundation", "Mustache", "SourceText", "StrictJSON", "YAML"],
        "DriftCLI": [
            "ArgumentParser", "Dispatch", "DriftCore", "DriftEngine", "DriftReports", "Foundation", "Synchronization",
            "GenesysCloud",
            "GenesysStub", "SourceScan", "SourceText", "StrictJSON", "YAML",
        ],
        "flowdrift": ["DriftCLI"],
    ]

    /// Files outside DriftCLI that use the operating system directly, each with the reason.
    private static let reachesOut: [String: String] = [
        "GenesysCloud/Transport/ProxySettings.swift":
            "libcurl reads the proxies' variables itself, so they are set there"
    ]

    /// Files that may be long, each with the reason.
    private static let long = [
        "DriftCore/Comparing/PlannedEnvironmentBuilder.swift": "one idea, whose state is private to it",
        "DriftCore/Reading/ContractReader.swift": "one idea, whose state is private to it",
        "DriftEngine/Flows/SnapshotFolder.swift": "one idea, whose state is private to it",
        "DriftEngine/Flows/SnapshotSource.swift": "one idea, whose state is private to it",
        "PastedRequests/ShellLexer.swift": "one idea, whose state is private to it",
        "StrictJSON/JSONBuilder.swift": "one idea, whose state is private to it",
        "StrictJSON/JSONTokens.swift": "one idea, whose state is private to it",
        "StrictJSON/PlaceholderScan.swift": "one idea, whose state is private to it",
        "YAML/YAMLShortcut.swift": "one idea, whose state is private to it",
        "DriftCore/Model/Events/EmbeddedEventTopics.swift": "a script writes it",
        "DriftCore/Rules/RuleExample+Fixtures.swift": "the tests write it",
    ]

    @Test(arguments: try SourceFile.all())
    func importsOnlyWhatItsTargetMay(_ file: SourceFile) throws {
        let allowed = try #require(Self.imports[file.target], "\(file.target) has no row in the table of imports")
        #expect(Set(file.imports).subtracting(allowed) == [])
    }

    @Test(arguments: try SourceFile.all())
    func leavesFilesStandardOutputAndTheProcessToTheCommands(_ file: SourceFile) {
        let lines = file.lines(with: /(^|[^.\w])(open|fopen|opendir|popen|getenv|print|puts|readLine)\(/)
            .filter { !$0.hasPrefix("case ") && !$0.contains(/\bfunc (open|print)\(/) }
        let names = file.lines(
            with: /\b(FileManager|FileHandle|ProcessInfo|CommandLine|Process\(\)|(Data|String)\(contentsOf)/
        )
        let mayReachOut = file.target == "DriftCLI" || Self.reachesOut[file.path] != nil
        #expect(mayReachOut || lines + names == [])
    }

    @Test(
        arguments: try SourceFile.all().filter {
            ["DriftCore", "DriftEngine", "PastedRequests", "SourceScan", "SourceText", "StrictJSON", "YAML"].contains(
                $0.target
            )
        }
    )
    func keepsTheCoreFromClockAndChance(_ file: SourceFile) {
        #expect(file.lines(with: /\bDate\(\)|\.now\b|\w+Clock\(\)|\brandom\b|\bUUID\(\)|RandomNumber/) == [])
    }

    @Test(arguments: try SourceFile.all())
    func overridesNoCheckOfTheCompiler(_ file: SourceFile) {
        #expect(file.lines(with: /@unchecked Sendable|nonisolated\(unsafe\)|\btry!|\bas!/) == [])
    }

    @Test(arguments: try SourceFile.all())
    func isShortEnoughToRead(_ file: SourceFile) {
        #expect(file.lineCount < 300 || Self.long[file.path] != nil)
    }

    @Test func readsEveryTargetsSources() throws {
        let targets = Set(try SourceFile.all().map(\.target))
        #expect(
            targets.isSuperset(of: [
                "SourceText", "StrictJSON", "YAML", "DriftCore", "DriftReports", "DriftCLI", "flowdrift",
            ])
        )
    }

    @Test func listsNoFileThatNeedsNoException() throws {
        let paths = Set(try SourceFile.all().map(\.path))
        #expect(Set(Self.reachesOut.keys).union(Self.long.keys).subtracting(paths) == [])
    }
}
