import YAML

/// Reads a baseline, strictly.
public struct BaselineReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads a baseline.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    /// - Returns: The baseline.
    /// - Throws: ``ReadingError`` at the first error.
    public func baseline(_ bytes: [UInt8], file: String) throws(ReadingError) -> Baseline {
        let root = try YAMLCursor.root(of: bytes, file: file, what: "a baseline")
            .document("a baseline", keys: ["flowdrift", "findings"])
        var baseline = Baseline()
        for (key, value) in try root.required("findings", in: "a baseline").entries("findings") {
            let fingerprint = key.node.text
            guard fingerprint.wholeMatch(of: /[0-9a-f]{16}/) != nil else {
                throw key.error(
                    "\(key.found) is not the fingerprint of a finding",
                    "write the baseline again with `flowdrift check --write-baseline`"
                )
            }
            baseline.findings[fingerprint] = try entry(value)
        }
        return baseline
    }

    /// Reads a finding's entry; in a baseline written before severities were recorded, the entry is only a text.
    private func entry(_ node: YAMLCursor) throws(ReadingError) -> Baseline.Entry {
        let what = "the text of a finding"
        guard node.node.kind == .mapping else { return Baseline.Entry(try node.text(what), severity: nil) }
        let entry = try node.mapping("a finding of a baseline", keys: ["severity", "finding"])
        return Baseline.Entry(
            try entry.required("finding", in: "a finding of a baseline").text(what),
            severity: try entry.required("severity", in: "a finding of a baseline")
                .choice("severity", of: Severity.self)
        )
    }
}
