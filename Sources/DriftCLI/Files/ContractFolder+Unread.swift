import DriftCore

extension ContractFolder {
    /// Says which files look like contracts and aren't read, because of how their names end.
    ///
    /// - Parameters:
    ///   - files: The files whose endings aren't read.
    ///   - contracts: The contracts that were read; what they name is no contract.
    /// - Returns: One notice for all; `nil` if there is none.
    func notice(ofUnread files: [String], besides contracts: [Contract]) -> FlowSet.Notice? {
        guard !files.isEmpty else { return nil }
        let named = Set(contracts.flatMap(\.namesOfFiles))
        let lost = files.filter { file in
            guard !named.contains(Self.name(of: file)), !Self.isProse(file) else { return false }
            return (try? tree.bytesIfPresent(of: file)).flatMap(\.self).map(Self.looksLikeContract) ?? false
        }
        guard !lost.isEmpty else { return nil }
        let subject = lost.count == 1 ? "a contract that isn't read" : "contracts that aren't read"
        return FlowSet.Notice(
            "\(lost.joined(separator: ", ")): \(subject), because only names that end in .yaml or .yml are; rename "
                + (lost.count == 1 ? "it" : "them") + ", or move \(lost.count == 1 ? "it" : "them") elsewhere"
        )
    }

    private static func name(of file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }

    /// Whether the file is a page about contracts, which may show one.
    private static func isProse(_ file: String) -> Bool {
        let name = file.lowercased()
        return name.hasSuffix(".md") || name.hasSuffix(".markdown")
    }

    /// Whether a text has the keys of a contract's head, in YAML or JSON.
    private static func looksLikeContract(_ bytes: [UInt8]) -> Bool {
        // A contract's head stands at its top; a large file is a payload or a picture.
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
        let paths = (launch?.payloads.map(\.path) ?? []) + (launch?.inputs.compactMap { $0.schema?.value } ?? [])
        return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    }
}
