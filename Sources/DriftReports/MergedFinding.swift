import DriftCore

/// A finding with every environment in which it holds word for word.
struct MergedFinding {
    /// The finding; its environment is nil.
    var finding: Finding

    /// The environments in order; empty where it holds in no named one.
    var environments: [String]

    /// Findings that differ only in their environment as one, each where its first stands.
    static func merged(_ findings: [Finding]) -> [MergedFinding] {
        var merged: [MergedFinding] = []
        var index: [Finding: Int] = [:]
        for finding in findings {
            var plain = finding
            plain.environment = nil
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
}
