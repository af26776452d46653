import DriftCore
import SourceScan

/// Reads each source file that contracts list under `code` once, and finds the inputs that the file mentions.
struct CodeLoader {
    private let tree: any FileTree
    private let known: KnownFlows

    init(_ tree: any FileTree, known: KnownFlows) {
        self.tree = tree
        self.known = known
    }

    /// The result of reading the source files of some contracts.
    struct Reading {
        /// The contracts, each with the inputs that its source files mention.
        var contracts: [Contract]

        var problems: [ReadingError] = []

        /// The flows that source files launch without a contract, in order of place.
        var uncovered: [UncoveredLaunch] = []

        /// The inputs that source files mention for flows without a contract, in order of place.
        var names: [MentionedInputs.Input] = []
    }

    /// The largest source file that is scanned, in bytes.
    static let largest = 8 << 20

    /// Reads the source files that contracts list.
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

    /// Scans a file, or returns `nil` if the file isn't handwritten source code.
    private static func source(_ file: String, in tree: any FileTree) throws(ReadingError) -> ScannedSource? {
        if tree.oddity(of: file) != nil { return nil }
        let source = ScannedSource(try tree.bytes(of: file, upTo: largest), file: file)
        return source.skipped == nil && source.language != nil ? source : nil
    }

    /// The files that a contract lists under `code`, and a problem for each pattern that matches no file.
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
                            fix: "list the source files that start the flow, with paths relative to the contract"
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
            "`code` lists no handwritten source file in a language that flowdrift can scan",
            at: Place(file: contract.file, position: contract.code.first?.position),
            fix: "under `code`, list the source files that start the flow"
        )
    }
}

/// Collects the inputs that source files mention, by the contract that they belong to.
private struct CodeMentions {
    /// The inputs that each contract's files mention, by the contract's number.
    ///
    /// Only contracts with a scanned file are in it.
    private(set) var found: [Int: MentionedInputs] = [:]

    private(set) var uncovered: [UncoveredLaunch] = []
    private(set) var names: [MentionedInputs.Input] = []

    private let contracts: [Contract]
    private let known: KnownFlows

    init(_ contracts: [Contract], known: KnownFlows) {
        self.contracts = contracts
        self.known = known
    }

    /// Adds the inputs that a file mentions to the contracts that list the file under `code`.
    ///
    /// A mention near the launch of another flow belongs to that flow. If several contracts list the file, a mentioned
    /// name belongs to the contracts that list an input of that name. If none lists such an input, the name belongs to
    /// the first contract with a similar input, or else to the first contract.
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
            // Code also mentions the names of outputs, because it reads the outputs.
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

    /// The places of the mentions near launches of unknown flows.
    private var unknown: Set<Position> = []

    mutating func addUnknown(_ mentions: [InputMention]) { unknown.formUnion(mentions.map(\.position)) }

    mutating func add(_ mentions: [InputMention], of contracts: [Int]) {
        for mention in mentions {
            byPlace[mention.position, default: []].formUnion(contracts)
            byName[mention.name, default: []].formUnion(contracts)
        }
    }

    /// The contracts that a mention may belong to, among those that list its file under `code`.
    ///
    /// - A mention near the launch of a known flow belongs to that flow's contracts.
    /// - A mention near the launch of an unknown flow, in a file that also launches a known flow, belongs to the
    ///   contracts that list the mentioned name, because the unknown flow may be any flow.
    /// - Any other mention belongs to the contracts that list the name, if the launch of a known flow mentions the same
    ///   name. If no contract lists the name, the mention belongs to the contracts of that flow.
    /// - If no launch of a known flow mentions the name, the mention may belong to any of the contracts.
    func owners(of mention: InputMention, among numbers: Set<Int>, _ contracts: [Contract]) -> Set<Int> {
        if let owners = byPlace[mention.position] { return numbers.intersection(owners) }
        let listing = numbers.filter { contracts[$0].knows(mention.name) }
        if unknown.contains(mention.position), !byPlace.isEmpty { return listing }
        guard let owners = byName[mention.name] else { return numbers }
        return listing.isEmpty ? numbers.intersection(owners) : listing
    }
}
