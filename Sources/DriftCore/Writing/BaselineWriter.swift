import YAML

/// Writes a baseline: the same bytes for the same findings, always.
public struct BaselineWriter: Sendable {
    /// The comment that a baseline begins with.
    static let header = "Written by flowdrift check --write-baseline: the findings that were there. Do not edit."

    /// Makes a writer.
    public init() {}

    /// The baseline's text, in order of what the findings were about.
    public func text(of baseline: Baseline) -> String {
        let ordered = baseline.findings.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        return YAMLWriter(header: Self.header).text(
            of: .mapping(
                [
                    YAMLEntry("flowdrift", 1),
                    YAMLEntry("findings", .mapping(ordered.map { YAMLEntry($0.key, .string($0.value)) }, .block)),
                ],
                .block
            )
        )
    }
}
