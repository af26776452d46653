import DriftCore

/// A finding, and all environments that have it with the same text.
struct MergedFinding {
    /// The finding, without its environment.
    var finding: Finding

    /// The environments in order, or empty if the finding has no environment with a name.
    var environments: [String]

    /// Merges findings that differ only in their environment, each at the place of the first.
    static func merged(_ findings: [Finding]) -> [MergedFinding] {
        var merged: [MergedFinding] = []
        var index: [Finding: Int] = [:]
        for finding in findings {
            let plain = plain(finding)
            let name = finding.environment.map { [$0.text] } ?? []
            if let place = index[plain] {
                merged[place].environments += name
            } else {
                index[plain] = merged.count
                merged.append(MergedFinding(finding: plain, environments: name))
            }
        }
        return merged
    }

    /// A finding without its environment.
    static func plain(_ finding: Finding) -> Finding {
        var plain = finding
        plain.environment = nil
        plain.sameCause = plain.sameCause.map(Self.plain)
        return plain
    }
}
