package import DriftCore

extension ContractFolder {
    /// The files in a folder that aren't read as contracts, grouped by reason.
    package struct UnreadFiles {
        /// Files whose names don't end in `.yaml` or `.yml`.
        package var ofOtherNames: [String] = []

        /// Files whose names begin with a dot, and files in folders whose names begin with a dot.
        package var hidden: [String] = []

        package mutating func add(_ other: UnreadFiles) {
            ofOtherNames += other.ofOtherNames
            hidden += other.hidden
        }
    }

    /// Returns a notice for each reason why files that look like contracts weren't read.
    ///
    /// A file that one of `contracts` names, such as a payload, isn't a contract.
    package func notices(on files: UnreadFiles, besides contracts: [Contract]) -> [FlowSet.Notice] {
        let named = Set(contracts.flatMap(\.namesOfFiles))
        return [
            notice(on: files.ofOtherNames, named, "only files whose names end in .yaml or .yml are read"),
            notice(on: files.hidden, named, "files and folders whose names begin with a dot are skipped"),
        ].compactMap(\.self)
    }

    private func notice(on files: [String], _ named: Set<String>, _ reason: String) -> FlowSet.Notice? {
        let lost = files.filter { file in
            guard !named.contains(Self.name(of: file)) else { return false }
            return (try? tree.bytesIfPresent(of: file)).flatMap(\.self).map { Self.isContract($0, in: file) } ?? false
        }
        guard !lost.isEmpty else { return nil }
        let (subject, them) =
            lost.count == 1
            ? ("looks like a contract, but isn't", "the file") : ("look like contracts, but aren't", "the files")
        return FlowSet.Notice(
            "\(lost.joined(separator: ", ")): \(subject) read, because \(reason); rename \(them), or move \(them) "
                + "to another folder"
        )
    }

    private static func isContract(_ bytes: [UInt8], in file: String) -> Bool {
        looksLikeContract(bytes) && (!isProse(file) || isBare(bytes))
    }

    /// Whether a text has the key `flowdrift` at the beginning of a line and no code block.
    ///
    /// A page that shows a contract as an example has a code block.
    private static func isBare(_ bytes: [UInt8]) -> Bool {
        let lines = String(decoding: bytes.prefix(1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.contains { $0.hasPrefix("flowdrift:") }
            && !lines.contains { $0.hasPrefix("```") || $0.hasPrefix("~~~") }
    }

    private static func name(of file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }

    /// Whether a file is a Markdown page, which may show a contract.
    private static func isProse(_ file: String) -> Bool {
        let name = file.lowercased()
        return name.hasSuffix(".md") || name.hasSuffix(".markdown")
    }

    /// Whether a text has the keys `flowdrift` and `contract`, in YAML or JSON.
    private static func looksLikeContract(_ bytes: [UInt8]) -> Bool {
        // A contract has these keys at its top, so the beginning of a file is enough.
        let head = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        return ["flowdrift", "contract"].allSatisfy { key in
            head.ranges(of: key).contains { range in
                let before = head[..<range.lowerBound].last { $0 != "\"" && $0 != "'" }
                let behind = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
                return behind.first == ":" && (before.map { $0.isWhitespace || "{,\u{FEFF}".contains($0) } ?? true)
            }
        }
    }
}

extension Contract {
    /// The names of the files that the contract names, without their folders.
    fileprivate var namesOfFiles: [String] {
        let schemas =
            [launch?.schema?.reference.path].compactMap(\.self) + (launch?.inputs.compactMap { $0.schema?.value } ?? [])
        let paths = (launch?.payloads.map(\.path) ?? []) + schemas
        return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    }
}
