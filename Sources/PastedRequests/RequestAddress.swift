/// The parts of a request's address, which need not be a complete URL.
package struct RequestAddress: Sendable {
    /// The scheme in lower case, such as `https`, or `nil` if none is written.
    package let scheme: String?

    /// The host in lower case without its port, or `nil` if none is written.
    package let host: String?

    /// The path, or `nil` if a placeholder may contain it.
    package let path: String?

    package let written: Written<String>
    private let hostRange: Range<Int>
    private let pathRange: Range<Int>
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

    /// Whether a text contains a placeholder, so that the text that is sent is unknown.
    package static func isUnknown(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return text.contains("<") || PlaceholderScan(bytes).occurs(in: 0..<bytes.count)
    }

    /// The address without its query; a launch has no query, and a query may contain a token.
    package var withoutQuery: String {
        String(String.UnicodeScalarView(written.value.unicodeScalars.prefix(pathRange.upperBound)))
    }

    /// Whether the address is one ASCII word; otherwise, a quote or blank is missing, and other text follows.
    package var isOneWord: Bool { withoutQuery == Self.firstWord(of: withoutQuery) }

    /// The beginning of a text, up to the first character that an address can't contain; a token may come after it.
    package static func firstWord(of text: String) -> String {
        String(text.unicodeScalars.prefix { 0x21..<0x7F ~= $0.value && !"\"'`".unicodeScalars.contains($0) })
    }

    package var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    /// Whether the path is that of a launch; a gateway may add another path before it.
    package func isLaunch(behindGateway isGateway: Bool) -> Bool {
        guard let path, !Self.isUnknown(path) else { return true }
        return path == Self.launchPath || isGateway && path.hasSuffix(Self.launchPath)
    }

    package func edit(host: String) -> Fix.Edit? { edit(hostRange, host) }

    package var pathEdit: Fix.Edit? { edit(pathRange, Self.launchPath) }

    package var schemeEdit: Fix.Edit? {
        scheme.map { edit(0..<$0.unicodeScalars.count, "https") } ?? edit(0..<0, "https://")
    }

    /// A change to a part of the address, or `nil` if the address isn't written literally.
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
    /// The width of the quote before the text: 0 without quotes, 1 with quotes, or `nil` for any other quoting.
    package var widthOfQuote: Int? {
        guard position.line == end.line else { return nil }
        switch end.column - position.column - value.unicodeScalars.count {
        case 0: return 0
        case 2: return 1
        default: return nil
        }
    }
}
