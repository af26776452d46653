import Synchronization

/// The topics of a text, one per line, parsed on first use.
///
/// A command that needs no topic never reads the text.
final class EventTopicTable: Sendable {
    private let text: String
    private let source: EventSource
    private let state = Mutex(State())

    private struct State {
        /// The range of each topic's members in the text, as UTF-8 offsets, or `nil` before the first use.
        var ranges: [String: Range<Int>]?
        var topics: [String: EventTopic] = [:]
    }

    /// Makes a table from a text in the form of ``EmbeddedEventTopics``.
    init(_ text: String, source: EventSource) {
        self.text = text
        self.source = source
    }

    var names: [String] { state.withLock { Array(ranges(&$0).keys) } }

    /// The topic with exactly that name, or `nil` if the text has none.
    func topic(_ name: String) -> EventTopic? {
        state.withLock { state in
            if let topic = state.topics[name] { return topic }
            guard let range = ranges(&state)[name] else { return nil }
            let members = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
            guard let attributes = EventBodyReader.attributes(Array(members)) else {
                preconditionFailure("the members of \(name) are not in the form of the table")
            }
            let topic = EventTopic(name: name, attributes: attributes, source: source)
            state.topics[name] = topic
            return topic
        }
    }

    private func ranges(_ state: inout State) -> [String: Range<Int>] {
        if let known = state.ranges { return known }
        let found = Self.ranges(in: Array(text.utf8))
        state.ranges = found
        return found
    }

    private static func ranges(in bytes: [UInt8]) -> [String: Range<Int>] {
        var ranges: [String: Range<Int>] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            ranges[String(decoding: line[..<tab], as: UTF8.self)] = tab + 1..<line.endIndex
        }
        return ranges
    }
}
