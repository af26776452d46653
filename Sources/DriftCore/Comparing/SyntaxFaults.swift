import PastedRequests
import SourceText
import StrictJSON
import YAML

/// A syntax error in a command or in JSON.
protocol SyntaxFault: Sendable {
    var cause: String { get }

    /// Whether the same cause usually occurs in many places, so that one report covers all.
    var isRecurring: Bool { get }

    var severity: Severity { get }
    var problem: String { get }
    var wayOut: String { get }
    var position: Position { get }
    var edit: Fix.Edit? { get }
}

extension SyntaxFault {
    /// The evidence for the errors; repeated errors with the same cause are combined.
    static func evidence(of faults: [Self], in file: String) -> [Evidence] {
        let recurring = Dictionary(grouping: faults.filter(\.isRecurring), by: \.key)
        return faults.compactMap { fault in
            let alike = fault.isRecurring ? recurring[fault.key] ?? [] : [fault]
            guard fault.position == alike.first?.position else { return nil }
            return fault.evidence(of: alike.dropFirst(), in: file)
        }
    }

    private var key: String { "\(cause) \(severity.rawValue)" }

    private func evidence(of others: ArraySlice<Self>, in file: String) -> Evidence {
        Evidence(
            problem.asHeadline + Self.phrase(of: others),
            at: Place(file: file, position: position),
            on: cause,
            severity: severity,
            fix: others.isEmpty ? Fix(wayOut, edit: edit) : Fix(wayOut + ", and mend the others the same way")
        )
    }

    /// The positions of the other errors, up to a limit.
    private static func phrase(of others: ArraySlice<Self>) -> String {
        guard !others.isEmpty else { return "" }
        let shown = others.prefix(24).map(\.position.description).joined(separator: ", ")
        return "; \(others.count) more at \(shown)" + (others.count > 24 ? " and further down" : "")
    }
}

extension JSONFault: SyntaxFault {
    var cause: String { kind.rawValue }

    var isRecurring: Bool {
        switch kind {
        case .curlyQuotes, .singleQuotes, .escapedQuotes, .unquotedName, .strayBlank: true
        default: false
        }
    }
}

extension RequestFault: SyntaxFault {
    var cause: String { kind.rawValue }

    var isRecurring: Bool {
        switch kind {
        case .curlyQuotes, .singleQuotes, .dash, .strayBlank, .unescapedQuote, .missingLineEnd, .brokenLineEnd: true
        default: false
        }
    }
}
