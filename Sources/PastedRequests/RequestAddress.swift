/// The parts of a request's address, which need not be a whole URL.
package struct RequestAddress: Sendable {
    /// `https`, in lower case; nil where none is written.
    package let scheme: String?

    /// The host without its port, in lower case; nil where none is written.
    package let host: String?

    /// The path; nil where a placeholder may stand for it.
    package let path: String?

    /// The address as it is written.
    package let written: Written<String>

    private let hostRange: Range<Int>
    private let pathRange: Range<Int>

    /// The path of a launch.
    package static let launchPath = "/api/v2/flows/executions"

    package init(_ written: Written<String>) {
        self.written = written
        let text = Array(written.value.unicodeScalars)
        func string(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text[range])
            return String(view)
        }
        var start = 0
        if let colon = text.indices.first(where: { text[$0...].starts(with: "://".unicodeScalars) }) {
            scheme = string(0..<colon).lowercased()
            start = colon + 3
        } else {
            scheme = nil
        }
        let hostEnd = text[start...].firstIndex { "/?#".unicodeScalars.contains($0) } ?? text.count
        let pathEnd = text[hostEnd...].firstIndex { "?#".unicodeScalars.contains($0) } ?? text.count
        let name = string(start..<hostEnd)
        let path = string(hostEnd..<pathEnd)
        host = name.isEmpty ? nil : Self.withoutPort(name)
        self.path = path.isEmpty && Self.isUnknown(name) ? nil : path
        hostRange = start..<hostEnd
        pathRange = hostEnd..<pathEnd
    }

    /// Whether a placeholder stands in a text, so that nobody knows what is sent.
    package static func isUnknown(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return text.contains("<") || PlaceholderScan(bytes).occurs(in: 0..<bytes.count)
    }

    /// The address without what a launch does not take: a query, which may hold a token.
    package var withoutQuery: String {
        String(String.UnicodeScalarView(written.value.unicodeScalars.prefix(pathRange.upperBound)))
    }

    /// Whether it is one word in plain letters; else a quote or a blank has gone astray, and more than an address is in it.
    package var isOneWord: Bool { withoutQuery == Self.firstWord(of: withoutQuery) }

    /// A text up to where it is surely no part of an address any more; behind that a token may stand.
    package static func firstWord(of text: String) -> String {
        String(text.unicodeScalars.prefix { 0x21..<0x7F ~= $0.value && !"\"'`".unicodeScalars.contains($0) })
    }

    /// Whether the host is this machine.
    package var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    /// Whether the path is a launch's; behind a gateway another path may stand before it.
    package func isLaunch(behindGateway isGateway: Bool) -> Bool {
        guard let path, !Self.isUnknown(path) else { return true }
        return path == Self.launchPath || isGateway && path.hasSuffix(Self.launchPath)
    }

    /// The change that writes another host.
    package func edit(host: String) -> Fix.Edit? { edit(hostRange, host) }

    /// The change that writes the path of a launch.
    package var pathEdit: Fix.Edit? { edit(pathRange, Self.launchPath) }

    /// The change that writes https.
    package var schemeEdit: Fix.Edit? {
        scheme.map { edit(0..<$0.unicodeScalars.count, "https") } ?? edit(0..<0, "https://")
    }

    /// A change of a part of the address; nil where it is not written as it is sent.
    private func edit(_ range: Range<Int>, _ replacement: String) -> Fix.Edit? {
        let quote = written.widthOfQuote
        guard let quote else { return nil }
        let start = written.position.column + quote
        return Fix.Edit(
            start: Position(line: written.position.line, column: start + range.lowerBound),
            end: Position(line: written.position.line, column: start + range.upperBound),
            replacement: replacement
        )
    }

    private static func withoutPort(_ host: String) -> String {
        guard !isUnknown(host), let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else {
            return isUnknown(host) ? host : host.lowercased()
        }
        return String(host[..<colon]).lowercased()
    }
}

extension Written<String> {
    /// 0 where the text stands as it is, 1 where it stands between two quotes, nil where it is written otherwise.
    package var widthOfQuote: Int? {
        guard position.line == end.line else { return nil }
        switch end.column - position.column - value.unicodeScalars.count {
        case 0: return 0
        case 2: return 1
        default: return nil
        }
    }
}
