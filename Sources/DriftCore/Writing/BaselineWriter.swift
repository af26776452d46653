import YAML

/// Writes a baseline; the output only depends on the findings.
public struct BaselineWriter: Sendable {
    /// The comment at the top of a baseline.
    static let header = "Written by flowdrift check --write-baseline: the findings at that time. Do not edit."

    /// Makes a writer.
    public init() {}

    /// The baseline's text, in order of the findings' phrases.
    public func text(of baseline: Baseline) -> String {
        let ordered = baseline.findings.sorted { ($0.value.phrase, $0.key) < ($1.value.phrase, $1.key) }
        return YAMLWriter(header: Self.header).text(
            of: .mapping(
                [
                    YAMLEntry("flowdrift", 1),
                    YAMLEntry(
                        "findings",
                        .mapping(ordered.map { YAMLEntry($0.key, Self.value(of: $0.value)) }, .block)
                    ),
                ],
                .block
            )
        )
    }

    private static func value(of entry: Baseline.Entry) -> YAMLValue {
        guard let severity = entry.severity else { return .string(entry.phrase) }
        return .mapping(
            [YAMLEntry("severity", .string(severity.rawValue)), YAMLEntry("finding", .string(entry.phrase))],
            .flow
        )
    }
}
