import Synchronization

/// Finds the topic that a misspelled name probably means, and caches the answers.
final class TopicNames: Sendable {
    private let state = Mutex(State())

    private struct State {
        /// The names of the topics with their parts, or `nil` before the first use.
        var topics: [(name: String, parts: [Substring])]?
        var found: [String: String?] = [:]
    }

    /// The topic name that is most similar to a name; calls `names` only once.
    ///
    /// - Returns: The topic name, or `nil` if none is similar or several are equally similar.
    func nearest(to name: String, among names: () -> Set<String>) -> String? {
        state.withLock { state in
            if let known = state.found[name] { return known }
            let topics = state.topics ?? names().sorted().map { ($0, Self.parts(of: $0)) }
            state.topics = topics
            let others = topics.filter { $0.name != name }
            let parts = Self.parts(of: name)
            let found =
                Self.best(among: others) { Self.likeness(of: parts, to: $0.parts) }
                ?? Self.best(among: others) { Self.likeness(of: Self.bare(parts), to: Self.bare($0.parts)) }
            state.found[name] = .some(found)
            return found
        }
    }

    private static func parts(of name: String) -> [Substring] {
        name.split(separator: ".", omittingEmptySubsequences: false)
    }

    /// The parts without `v2` and `{id}`, which people tend to leave out.
    private static func bare(_ parts: [Substring]) -> [Substring] { parts.filter { $0 != "{id}" && $0 != "v2" } }

    private static func best(
        among topics: [(name: String, parts: [Substring])],
        by score: ((name: String, parts: [Substring])) -> Double?
    ) -> String? {
        var best: (name: String, score: Double)?
        var isTied = false
        for topic in topics {
            guard let score = score(topic), score >= best?.score ?? 0 else { continue }
            isTied = score == best?.score
            best = (topic.name, score)
        }
        return isTied ? nil : best?.name
    }

    /// The similarity of two names, summed over their parts, or `nil` if the names differ too much.
    private static func likeness(of parts: [Substring], to own: [Substring]) -> Double? {
        guard own.count == parts.count, !parts.isEmpty, parts.count < 32 else { return nil }
        var differing = 0
        for (part, other) in zip(parts, own) where part != other && other != "{id}" { differing += 1 }
        guard differing <= 2 else { return nil }
        let pairs = zip(parts, own).filter { $0 != $1 && $1 != "{id}" }
        let scores = pairs.map { NearName.similarity(String($0), String($1)) }
        guard scores.allSatisfy({ $0 >= 0.7 }) else { return nil }
        return Double(parts.count - differing) + scores.reduce(0, +)
    }
}
