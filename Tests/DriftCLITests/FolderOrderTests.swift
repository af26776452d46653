import Testing

/// The folders of a target depend on each other in one direction, which the compiler doesn't check.
struct FolderOrderTests {
    /// The folders of each target that has any, the lowest first; a folder may use the folders before it.
    private static let orders: [String: [String]] = [
        "DriftCore": ["Model", "Expressions", "Reading", "Comparing", "Checking", "Rules", "Writing"],
        "DriftEngine": ["Files", "Flows", "Contracts", "Workspace", "Check", "Gate", "Diff", "Lint", "Scan"],
        "DriftCLI": ["Files", "Git", "Live", "Options", "Starting", "StandIn", "Commands", "Program"],
    ]

    @Test(arguments: orders.keys.sorted())
    func usesNothingOfAFolderAbove(_ target: String) throws {
        let folders = try #require(Self.orders[target])
        let files = try SourceFile.all().filter { $0.target == target }
        #expect(FolderUses(files, order: folders).upward == [])
    }

    @Test(arguments: orders.keys.sorted())
    func hasAPlaceForEachFolder(_ target: String) throws {
        let folders = Set(try SourceFile.all().filter { $0.target == target }.compactMap(\.folder))
        #expect(folders == Set(Self.orders[target] ?? []))
    }

    @Test func seesTypesAndMembersOfAFolderAbove() {
        let low = SourceFile(
            "Target/Lower/Lower.swift",
            """
            struct Lower {
                // Upper
                let text = "Upper"
                let high: Upper
                func run() { high.climb() }
                var all: [String] { [text].climbed }
            }
            """
        )
        let high = SourceFile(
            "Target/Upper/Upper.swift",
            """
            struct Upper {
                let low: Lower
            }

            extension Lower {
                func climb() {}
                private func climbAlone() {}
            }

            extension [String] {
                var climbed: [String] { self }
            }
            """
        )
        let uses = FolderUses([low, high], order: ["Lower", "Upper"]).upward
        #expect(
            uses == [
                "Sources/Target/Lower/Lower.swift:4: Lower uses Upper, which is of Upper",
                "Sources/Target/Lower/Lower.swift:5: Lower uses climb, which is of Upper",
            ]
        )
        #expect(FolderUses([low, high], order: ["Upper", "Lower"]).upward.count == 2)
    }
}

/// How the files of a target use each other's folders.
struct FolderUses {
    private let files: [SourceFile]
    private let order: [String]

    /// The declaring file of each name that only one file declares.
    private let owners: [Substring: SourceFile]

    /// Members whose names the standard library uses, too.
    private static let outside: Set<Substring> = ["remove", "replacing"]

    init(_ files: [SourceFile], order: [String]) {
        self.files = files
        self.order = order
        var declarations: [Substring: [SourceFile]] = [:]
        for file in files {
            for name in Set(file.declaredTypes + file.declaredMembers) { declarations[name, default: []].append(file) }
        }
        let types = Set(files.flatMap(\.declaredTypes))
        let members = Set(files.flatMap(\.membersOfExtensions).filter { types.contains($0.type) }.map(\.name))
        owners = declarations.filter { types.contains($0.key) || members.subtracting(Self.outside).contains($0.key) }
            .compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    /// Each use of a higher folder, with its place.
    var upward: [String] {
        files.flatMap { file -> [String] in
            guard let folder = file.folder, let level = order.firstIndex(of: folder) else { return [] }
            return file.words.compactMap { word in
                guard let owner = owners[word.text]?.folder, let other = order.firstIndex(of: owner), other > level
                else { return nil }
                let isType = word.text.first?.isUppercase ?? false
                guard isType || word.isMember else { return nil }
                return "Sources/\(file.path):\(word.line): \(folder) uses \(word.text), which is of \(owner)"
            }
        }
    }
}

extension SourceFile {
    /// The folder inside the target, or `nil` for a file in none.
    var folder: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : nil
    }

    /// A name in the code.
    struct Word {
        let text: Substring
        let line: Int
        /// Whether a period precedes it.
        let isMember: Bool
    }

    /// The names in the code with more than three letters, in order.
    var words: [Word] {
        code.enumerated().flatMap { number, line in
            var words: [Word] = []
            var rest = line.utf8[...]
            var before: UInt8?
            while let first = rest.first {
                guard Self.isOfName(first) else {
                    before = first
                    rest = rest.dropFirst()
                    continue
                }
                let name = rest.prefix(while: Self.isOfName)
                if name.count > 3 {
                    words.append(Word(text: Substring(name), line: number + 1, isMember: before == UInt8(ascii: ".")))
                }
                rest = rest[name.endIndex...]
                before = nil
            }
            return words
        }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    var declaredTypes: [Substring] {
        let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
        return code.compactMap { line in
            let words = line.split(separator: " ", maxSplits: 6)
            guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count,
                words[..<kind].allSatisfy({ $0.allSatisfy { $0.isLowercase } })
            else { return nil }
            return Substring(words[kind + 1].utf8.prefix(while: Self.isOfName))
        }
    }

    /// The names of the members and local variables that the file declares.
    var declaredMembers: [Substring] { code.compactMap { Self.member(in: $0) } }

    /// The name that a line declares with `func`, `var`, `let` or `case`, or `nil` if it declares none.
    private static func member(in line: String) -> Substring? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "(" || $0 == ":" || $0 == "<" })
        guard let kind = words.firstIndex(where: { ["func", "var", "let", "case"].contains($0) }),
            kind + 1 < words.count
        else { return nil }
        return words[kind + 1]
    }

    /// The names that extensions add to types and that other files can see.
    var membersOfExtensions: [(type: Substring, name: Substring)] {
        var names: [(type: Substring, name: Substring)] = []
        var type: Substring?
        for line in code {
            // An unindented line begins or ends an extension.
            if line.first?.isWhitespace == false {
                let words = line.split(separator: " ")
                let isSeen = !words.contains("fileprivate") && !words.contains("private")
                type = isSeen ? words.drop { $0 != "extension" }.dropFirst().first : nil
                continue
            }
            guard let type, line.hasPrefix("    "), line.dropFirst(4).first?.isWhitespace == false else { continue }
            guard !line.contains("private "), let name = Self.member(in: line) else { continue }
            names.append((type, name))
        }
        return names
    }
}
