import PastedRequests
import YAML

/// The cause of a syntax fault in a command or in JSON.
protocol SyntaxFaultKind: RawRepresentable<String>, Hashable, Sendable {
    /// Whether the same cause is usually in many places, so that one of them is enough to report.
    var isRecurring: Bool { get }
}

extension TextFault where Kind: SyntaxFaultKind {
    /// Evidence of each fault; a recurring cause has one piece of evidence, which names all its places.
    static func evidence(of faults: [Self], in file: String) -> [Evidence] {
        let recurring = Dictionary(grouping: faults.filter(\.kind.isRecurring), by: \.key)
        return faults.compactMap { fault in
            let alike = fault.kind.isRecurring ? recurring[fault.key] ?? [] : [fault]
            guard fault.position == alike.first?.position else { return nil }
            return fault.evidence(of: alike.dropFirst(), in: file)
        }
    }

    private var key: String { "\(kind.rawValue) \(severity.rawValue)" }

    private func evidence(of others: ArraySlice<Self>, in file: String) -> Evidence {
        Evidence(
            problem.asHeadline + Self.phrase(of: others),
            at: Place(file: file, position: position),
            on: kind.rawValue,
            severity: severity,
            fix: others.isEmpty ? Fix(fix, edit: edit) : Fix(fix + ", and correct the others the same way")
        )
    }

    /// The places of the other faults; only the first 24 are shown.
    private static func phrase(of others: ArraySlice<Self>) -> String {
        guard !others.isEmpty else { return "" }
        let shown = others.prefix(24).map(\.position.description).joined(separator: ", ")
        return "; \(others.count) more at \(shown)" + (others.count > 24 ? " and further down" : "")
    }
}

extension JSONFaultKind: SyntaxFaultKind {
    var isRecurring: Bool {
        switch self {
        case .curlyQuotes, .singleQuotes, .escapedQuotes, .unquotedName, .strayBlank: true
        default: false
        }
    }
}

extension RequestFaultKind: SyntaxFaultKind {
    var isRecurring: Bool {
        switch self {
        case .curlyQuotes, .singleQuotes, .dash, .strayBlank, .unescapedQuote, .missingLineEnd, .brokenLineEnd: true
        default: false
        }
    }
}
