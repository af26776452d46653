package import DriftCore
package import SourceScan

/// A scan of source files: the launches in them, those that no contract covers, and the names that no flow has.
package struct ScanRun {
    /// The launches in order of place.
    package private(set) var launches: [SourceLaunch] = []

    /// The largest source file that is scanned, in bytes.
    package static let largestFile = CodeLoader.largest

    private let contracts: [Contract]
    private let known: KnownFlows
    private let resolver: LaunchResolver
    private let judge: Judge
    private let tree: any FileTree
    private var outcome = Outcome()
    private var uncovered: [UncoveredLaunch] = []
    private var names: [MentionedInputs.Input] = []

    /// Prepares a scan.
    ///
    /// - Parameters:
    ///   - reading: The contracts of the project.
    ///   - known: The flows of the snapshots.
    ///   - judge: The rules.
    ///   - tree: The files, to find those that contracts name under `code`.
    package init(_ reading: ContractFolder.Reading, known: KnownFlows, judge: Judge, tree: any FileTree) {
        contracts = reading.contracts
        self.known = known
        self.judge = judge
        self.tree = tree
        resolver = LaunchResolver(
            contracts,
            flows: known.ids,
            keys: known.keys(),
            environments: known.environments
        )
        outcome.coverage.sources.isWanted = true
        outcome.problems = reading.problems.filter { !ContractFolder.isNothing($0) }
    }

    /// Counts files that were searched and have no launch.
    package mutating func addFiles(_ count: Int) { outcome.coverage.sources.files += count }

    /// Counts files that weren't scanned.
    package mutating func addSkipped(_ count: Int, _ reason: String) {
        guard count > 0 else { return }
        outcome.coverage.sources.skipped[reason, default: 0] += count
    }

    /// Adds a file that couldn't be read.
    package mutating func add(_ problem: ReadingError) { outcome.problems.append(problem) }

    /// Adds a file that may launch a flow.
    package mutating func add(_ source: ScannedSource, of file: String) {
        if let reason = source.skipped { return addSkipped(1, reason.word) }
        outcome.coverage.sources.files += 1
        guard let language = source.language, !source.launches.isEmpty else { return }
        let all = contracts.map(\.name)
        let naming = contractsNaming(file)
        var added: [SourceLaunch] = []
        for site in source.launches {
            let launch = SourceLaunch(site, in: file, language.name, resolver, names: all)
            added.append(launch)
        }
        // If only one contract lists the file, a launch of an unknown flow belongs to that contract, unless the file
        // also launches a known flow.
        if naming.count == 1, !added.contains(where: { $0.setting == .code && $0.target != .unknown }) {
            for index in added.indices where added[index].target == .unknown {
                added[index].contracts = naming.map { contracts[$0].name }
            }
        }
        launches += added
        let real = added.filter { $0.setting == .code }
        guard !real.isEmpty else { return }
        outcome.coverage.sources.filesWithLaunches += 1
        outcome.coverage.sources.launches += real.count
        outcome.coverage.sources.unknownFlows += real.count { $0.target == .unknown && $0.contracts.isEmpty }
        for launch in real where launch.target != .unknown && launch.contracts.isEmpty { add(launch) }
        names += source.mentions.map { MentionedInputs.Input($0.name, at: Place(file: file, position: $0.position)) }
    }

    private mutating func add(_ launch: SourceLaunch) {
        if let index = uncovered.firstIndex(where: { $0.target == launch.target }) {
            uncovered[index].count += 1
        } else {
            uncovered.append(UncoveredLaunch(launch.target, at: launch.place, count: 1, isMentioned: true))
        }
    }

    /// The indices of the contracts that list a file under `code`.
    private func contractsNaming(_ file: String) -> [Int] {
        let file = FilePath(file).text
        return contracts.indices.filter { index in
            contracts[index].code.contains { pattern in
                let path = tree.path(of: pattern.value.withoutTrailingSlash, besides: contracts[index].file)
                return FilePattern(path).matches(file) || file.hasPrefix(path + "/")
            }
        }
    }

    /// The launches in the code that start a known flow and that no contract covers; sorted by flow.
    package var launchesWithoutContract: [(flow: FlowKey, launches: [SourceLaunch])] {
        var groups: [FlowKey: [SourceLaunch]] = [:]
        for launch in launches where launch.setting == .code && launch.contracts.isEmpty {
            if case .flow(let key) = launch.target { groups[key, default: []].append(launch) }
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The verdict on everything that was scanned.
    package func verdict(_ terms: VerdictTerms) -> Verdict {
        var outcome = outcome
        for launch in uncovered { outcome.add(judge.judge(launch)) }
        for name in known.unknown(names) { outcome.add(judge.judge(name)) }
        let waived = terms.waivers.applied(to: outcome.findings, on: terms.today)
        return Verdict(
            findings: terms.baseline?.applied(to: waived) ?? waived,
            coverage: outcome.coverage,
            problems: outcome.problems,
            failOn: terms.failOn,
            isStrict: terms.isStrict
        )
    }
}

extension SkipReason {
    /// The reason in a report.
    fileprivate var word: String { self == .vendorSDK ? "of the vendor's SDK" : rawValue }
}
