import DriftCore
import SourceScan

/// Reads the source files that contracts name under `code`, each once, and finds what they mention.
struct CodeLoader {
    private let tree: any FileTree
    private let known: KnownFlows

    init(_ tree: any FileTree, known: KnownFlows) {
        self.tree = tree
        self.known = known
    }

    /// What is known after the sources of some contracts were read.
    struct Reading {
        /// The contracts with what their sources mention.
        var contracts: [Contract]

        var problems: [ReadingError] = []

        /// The flows that sources launch and that no contract covers, in order of place.
        var uncovered: [UncoveredLaunch] = []

        /// The inputs that are mentioned for flows without a contract, in order of place.
        var names: [MentionedInputs.Input] = []
    }

    /// The largest source file that is scanned, in bytes.
    static let largest = 8 << 20

    /// Reads the sources of contracts.
    func filled(_ contracts: [Contract]) async -> Reading {
        var reading = Reading(contracts: contracts)
        let naming = contracts.indices.filter { !contracts[$0].code.isEmpty }
        guard !naming.isEmpty else { return reading }
        var numbers: [String: Set<Int>] = [:]
        for number in naming {
            let (files, problems) = files(of: contracts[number])
            reading.problems += problems
            if problems.isEmpty { reading.contracts[number].mentioned = MentionedInputs() }
            for file in files { numbers[file, default: []].insert(number) }
        }
        let tree = tree
        let results = await inParallel(numbers.keys.sorted()) {
            file -> (String, Result<ScannedSource?, ReadingError>) in
            (file, Result { () throws(ReadingError) in try Self.source(file, in: tree) })
        }
        let resolver = LaunchResolver(
            contracts,
            flows: known.ids,
            keys: known.keys(),
            environments: known.environments
        )
        var mentions = CodeMentions(contracts, known: known)
        for (file, result) in results {
            switch result {
            case .success(let source?): mentions.add(source, of: file, namedBy: numbers[file] ?? [], resolver)
            case .success(nil): break
            case .failure(let problem): reading.problems.append(problem)
            }
        }
        for number in naming where reading.contracts[number].mentioned != nil {
            guard let found = mentions.found[number] else {
                reading.problems.append(Self.nothing(in: contracts[number]))
                reading.contracts[number].mentioned = nil
                continue
            }
            reading.contracts[number].mentioned = found
        }
        reading.uncovered = mentions.uncovered
        reading.names = mentions.names
        return reading
    }

    /// Scans a file, or returns `nil` if it isn't source code that people wrote.
    private static func source(_ file: String, in tree: any FileTree) throws(ReadingError) -> ScannedSource? {
        if tree.oddity(of: file) != nil { return nil }
        let source = ScannedSource(try tree.bytes(of: file, upTo: largest), file: file)
        return source.skipped == nil && source.language != nil ? source : nil
    }

    /// The files that a contract names; a pattern that matches none is a problem.
    private func files(of contract: Contract) -> (files: [String], problems: [ReadingError]) {
        var (files, problems): ([String], [ReadingError]) = ([], [])
        for pattern in contract.code {
            let place = Place(file: contract.file, position: pattern.position)
            do throws(ReadingError) {
                let path = tree.path(of: pattern.value.withoutTrailingSlash, besides: contract.file)
                let isFolder = tree.isFolder(path)
                let found = try FilePattern(isFolder ? path + "/**" : path, in: tree.root).files(in: tree)
                let present = found.filter { isFolder || FilePattern(path).hasWildcard || tree.exists($0) }
                if present.isEmpty {
                    problems.append(
                        ReadingError(
                            "No file matches '\(pattern.value)'",
                            at: place,
                            fix: "name the source files that start the flow, relative to the contract"
                        )
                    )
                }
                files += present
            } catch {
                problems.append(
                    ClosedFile.refuses(error) ? error.ofFile("source file", pattern.value, named: place) : error
                )
            }
        }
        return (files, problems)
    }

    private static func nothing(in contract: Contract) -> ReadingError {
        ReadingError(
            "None of the files under `code` is source code that can be scanned",
            at: Place(file: contract.file, position: contract.code.first?.position),
            fix: "name the source files that start the flow; `flowdrift scan` lists the languages"
        )
    }
}

/// What source files mention, by the contract that it belongs to.
private struct CodeMentions {
    /// What each contract's files mention, by the contract's number; only contracts with a file that was scanned.
    private(set) var found: [Int: MentionedInputs] = [:]

    private(set) var uncovered: [UncoveredLaunch] = []
    private(set) var names: [MentionedInputs.Input] = []

    private let contracts: [Contract]
    private let known: KnownFlows

    init(_ contracts: [Contract], known: KnownFlows) {
        self.contracts = contracts
        self.known = known
    }

    /// Adds what a file mentions to the contracts that name it.
    ///
    /// A mention near the launch of another flow belongs to that flow. Where several contracts name the file, a name
    /// goes to those that list it, or else to the one that probably means it.
    mutating func add(_ source: ScannedSource, of file: String, namedBy numbers: Set<Int>, _ resolver: LaunchResolver) {
        for number in numbers {
            var mentioned = found[number] ?? MentionedInputs()
            mentioned.mayMentionMore = mentioned.mayMentionMore || source.mayMentionMore
            found[number] = mentioned
        }
        guard !source.isTest else { return }
        var near = NearMentions()
        for site in source.launches where site.setting == .code {
            let target = resolver.target(of: site.flow).target
            let mentions = site.inputs.filter { $0.certainty != .file }
            guard target != .unknown else {
                near.addUnknown(mentions)
                continue
            }
            let covering = resolver.contracts(of: target)
            if covering.isEmpty {
                add(target, at: Place(file: file, position: site.position))
                names += mentions.map { MentionedInputs.Input($0.name, at: Place(file: file, position: $0.position)) }
            }
            near.add(mentions, of: covering)
        }
        let sent = Set(source.launches.flatMap { $0.inputs.filter { $0.certainty == .body }.map(\.name) })
        for mention in source.mentions {
            let input = MentionedInputs.Input(mention.name, at: Place(file: file, position: mention.position))
            let candidates = near.owners(of: mention, among: numbers, contracts)
            add(input, isSent: sent.contains(mention.name), toSomeOf: candidates)
        }
    }

    private mutating func add(_ input: MentionedInputs.Input, isSent: Bool, toSomeOf numbers: Set<Int>) {
        let ordered = numbers.sorted()
        let meant = MentionedInputs.contracts(knowing: input.name, among: ordered.map { contracts[$0] })
        for index in meant {
            let contract = contracts[ordered[index]]
            // The code also reads outputs by name.
            if !isSent,
                contract.readsOutput(input.name) || known.outputs(of: contract).contains(input.name.lowercased())
            {
                continue
            }
            var mentioned = found[ordered[index]] ?? MentionedInputs()
            if !mentioned.inputs.contains(where: { $0.name == input.name }) { mentioned.inputs.append(input) }
            found[ordered[index]] = mentioned
        }
    }

    private mutating func add(_ target: RecordedLaunch.Target, at place: Place) {
        if let index = uncovered.firstIndex(where: { $0.target == target }) {
            uncovered[index].count += 1
        } else {
            uncovered.append(UncoveredLaunch(target, at: place, count: 1, isMentioned: true))
        }
    }
}

/// The mentions near launches of known flows, with the contracts of those flows.
private struct NearMentions {
    private var byPlace: [Position: Set<Int>] = [:]
    private var byName: [String: Set<Int>] = [:]

    /// The places near launches of unknown flows.
    private var unknown: Set<Position> = []

    mutating func addUnknown(_ mentions: [InputMention]) { unknown.formUnion(mentions.map(\.position)) }

    mutating func add(_ mentions: [InputMention], of contracts: [Int]) {
        for mention in mentions {
            byPlace[mention.position, default: []].formUnion(contracts)
            byName[mention.name, default: []].formUnion(contracts)
        }
    }

    /// The contracts that a mention may belong to, of those that name its file.
    ///
    /// A name that another flow's launch mentions as well, and that no contract lists, belongs to that flow. In a file
    /// that launches a known flow, a launch of an unknown one may be of any, so a name there that no contract lists
    /// belongs to none.
    func owners(of mention: InputMention, among numbers: Set<Int>, _ contracts: [Contract]) -> Set<Int> {
        if let owners = byPlace[mention.position] { return numbers.intersection(owners) }
        let listing = numbers.filter { contracts[$0].knows(mention.name) }
        if unknown.contains(mention.position), !byPlace.isEmpty { return listing }
        guard let owners = byName[mention.name] else { return numbers }
        return listing.isEmpty ? numbers.intersection(owners) : listing
    }
}
