import DriftCore

/// Reads each launch recording that contracts list once, and finds the contracts of each launch in it.
struct RecordingLoader {
    private let tree: any FileTree

    private let known: KnownFlows

    /// The results of reading files; a file that doesn't exist has `nil`.
    private var files: [String: Result<LaunchFile?, ReadingError>] = [:]

    init(_ tree: any FileTree, known: KnownFlows) {
        self.tree = tree
        self.known = known
    }

    /// The result of reading the launch recordings of some contracts.
    struct Reading {
        /// The contracts with the launches of their flows.
        var contracts: [Contract]

        var problems: [ReadingError] = []

        /// The launched flows that no contract covers, in order of place.
        var uncovered: [UncoveredLaunch] = []

        /// The launches whose contract is unknown, in order.
        var unclear: [Place] = []
    }

    /// Reads the launch recordings that contracts list.
    mutating func filled(_ contracts: [Contract]) -> Reading {
        var reading = Reading(contracts: contracts)
        let naming = contracts.indices.filter { contracts[$0].launch?.recordings.isEmpty == false }
        guard !naming.isEmpty else { return reading }
        var numbers: [String: [Int]] = [:]
        for number in naming {
            let (found, problems) = read(contracts[number], namers: naming.map { contracts[$0] })
            for file in found { numbers[file, default: []].append(number) }
            reading.problems += problems
            if !problems.isEmpty { reading.contracts[number].launch?.lacksFiles = true }
            if !found.isEmpty { reading.contracts[number].launch?.observed = [] }
        }
        let finder = LaunchOwners(contracts, flows: known.ids, environments: known.environments)
        for (file, numbers) in numbers.sorted(by: { $0.key < $1.key }) {
            if let file = try? files[file]?.get() { reading.add(file, of: numbers, finder) }
        }
        for number in naming { reading.contracts[number].launch?.observed?.keepDistinct() }
        return reading
    }

    /// Reads the launch recordings of a contract, and returns the files that can be read, each once.
    private mutating func read(_ contract: Contract, namers: [Contract]) -> (files: [String], problems: [ReadingError])
    {
        var (files, problems): ([String], [ReadingError]) = ([], [])
        for pattern in contract.launch?.recordings ?? [] {
            let place = Place(file: contract.file, position: pattern.position)
            do throws(ReadingError) {
                let path = FilePattern(tree.path(of: pattern.value, besides: contract.file), in: tree.root)
                let matching = try path.files(in: tree)
                if matching.isEmpty { problems.append(Self.missing("No file matches '\(pattern.value)'", at: place)) }
                for file in matching where !files.contains(file) {
                    if !path.hasWildcard, tree.isFolder(file) {
                        problems.append(Self.folder(pattern.value, at: place))
                    } else if try launches(in: file, namers).get() == nil {
                        problems.append(
                            Self.missing("The launch recording '\(pattern.value)' does not exist", at: place)
                        )
                    } else {
                        files.append(file)
                    }
                }
            } catch {
                problems.append(
                    ClosedFile.refuses(error) ? error.ofFile("launch recording", pattern.value, named: place) : error
                )
            }
        }
        return (files, problems)
    }

    private static func missing(_ problem: String, at place: Place) -> ReadingError {
        let fix =
            "record launches with `flowdrift stub --record-launches` before `flowdrift check`, or correct the path"
        return ReadingError(problem, at: place, fix: fix)
    }

    private static func folder(_ path: String, at place: Place) -> ReadingError {
        let files = path.withoutTrailingSlash + "/*.ndjson"
        return ReadingError(
            "The launch recording '\(path)' is a folder",
            at: place,
            fix: "list the folder's files: '\(files)'"
        )
    }

    /// The launches of a file, or `nil` if the file doesn't exist.
    private mutating func launches(in file: String, _ namers: [Contract]) -> Result<LaunchFile?, ReadingError> {
        if let known = files[file] { return known }
        let result = Result { () throws(ReadingError) -> LaunchFile? in
            guard let bytes = try tree.bytesIfPresent(of: file, upTo: Self.largest) else { return nil }
            return try LaunchFile(reading: bytes, file: file, contracts: namers)
        }
        files[file] = result
        return result
    }

    /// The maximum size of a launch recording, in bytes.
    ///
    /// A HAR file is large, because it has every answer of a session.
    private static let largest = 1 << 28
}

extension RecordingLoader.Reading {
    /// Adds the launches of a file to the contracts that list the file and are about the launched flows.
    fileprivate mutating func add(_ file: LaunchFile, of numbers: [Int], _ finder: LaunchOwners) {
        let groups = Dictionary(grouping: file.launches.map(\.placed)) { $0.launch.target }
            .map { (target: $0.key, launches: $0.value, covering: finder.contracts(of: $0.key)) }
            .sorted { $0.launches[0].place < $1.launches[0].place }
        // A HAR file has only ids. If it has exactly one unknown id, and only one contract lists the file, the id is
        // treated as that of the contract's flow. That isn't done if other launches in the file are known to start that
        // flow.
        let unknown = groups.filter { $0.covering == nil && $0.target != .unknown }
        let hasOwn = groups.contains { $0.covering?.contains(numbers[0]) ?? false }
        let mayGuess = numbers.count == 1 && !file.isRecording && !hasOwn && unknown.count == 1
        // A launch without an id belongs to the contract only if the file starts no other flow.
        let isOfOneFlow = groups.allSatisfy { $0.covering?.contains(numbers[0]) ?? ($0.target == .unknown || mayGuess) }
        for group in groups {
            let isOwn = group.target == .unknown ? numbers.count == 1 && isOfOneFlow : mayGuess
            let own = group.covering?.filter(numbers.contains) ?? (isOwn ? numbers : [])
            for number in own { contracts[number].launch?.observed?.append(contentsOf: group.launches) }
            let isCovered = group.covering.map { !$0.isEmpty } ?? !own.isEmpty
            guard !isCovered else { continue }
            let first = group.launches[0].place
            if group.target == .unknown {
                unclear.append(first)
            } else {
                add(group.target, at: first, group.launches.count)
            }
        }
    }

    private mutating func add(_ target: RecordedLaunch.Target, at place: Place, _ count: Int) {
        if let index = uncovered.firstIndex(where: { $0.target == target }) {
            uncovered[index].count += count
        } else {
            uncovered.append(UncoveredLaunch(target, at: place, count: count))
        }
    }
}

extension [PlacedLaunch] {
    /// Sorts the launches by place, and keeps the first of equal ones.
    fileprivate mutating func keepDistinct() {
        sort { $0.place < $1.place }
        var known: Set<RecordedLaunch> = []
        self = filter { known.insert($0.launch).inserted }
    }
}
