import DriftCore
import DriftEngine
import DriftReports

/// The output of `flowdrift snapshot`: each snapshot that differs, and how.
struct SnapshotText {
    let plan: SnapshotFolder.Plan
    let folder: String
    let isCheck: Bool
    let isComplete: Bool

    /// The maximum number of new snapshots to list one by one; a first run has thousands.
    private static let mostNew = 12

    var text: String {
        let new = plan.changes.filter { if case .added = $0.kind { $0.key != nil } else { false } }
        let listed =
            new.count > Self.mostNew ? plan.changes.filter { !new.map(\.file).contains($0.file) } : plan.changes
        let sum = new.count > Self.mostNew ? [Self.sum(of: new)] : []
        return (sum + listed.flatMap(lines) + plan.kept.map(line) + [summary]).joined(separator: "\n") + "\n"
    }

    /// New snapshots by type: `new: 30 of workflow, 2 of bot`.
    private static func sum(of new: [SnapshotFolder.Change]) -> String {
        let types = Dictionary(grouping: new.compactMap(\.key?.type.name)) { $0 }
        let counts = types.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return "new: " + counts.map { "\($0.value.count) of \(Printable.text($0.key))" }.joined(separator: ", ")
    }

    private func lines(of change: SnapshotFolder.Change) -> [String] {
        let name = Printable.text(change.key.map { "'\($0)'" } ?? "triggers whose target has no snapshot")
        switch change.kind {
        case .added: return ["new: \(name) (\(change.file))"]
        case .removed: return ["gone: \(name) (\(change.file))"]
        case .rewritten where change.key == nil: return []
        case .moved(let file): return ["moved: \(name) (from \(file) to \(change.file))"]
        case .left: return []
        case .rewritten: return ["rewritten, with the same interface: \(name) (\(change.file))"]
        case .changed(let changes):
            return ["changed: \(name) (\(change.file))"] + changes.map { "  " + Printable.text($0.phrase) }
        }
    }

    /// The line of a snapshot that stays because its flow has no export.
    private func line(_ kept: SnapshotFolder.Kept) -> String {
        let flow = kept.flow
        let phrase =
            switch (flow.listedVersion, flow.publishedVersion) {
            case (nil, let version?): "the listing has the same version, \(version)"
            case (nil, nil): "the listing has no published version"
            case (Flow.unknownVersion?, _):
                "the snapshot may be out of date, because the listing doesn't have the flow's version"
            case (let version?, nil):
                "the snapshot may be out of date: its version is unknown, and the listing has version \(version)"
            case (let version?, let own?) where version == own:
                "the snapshot may be out of date: the listing has another id for the flow"
            case (let version?, let own?):
                "the snapshot may be out of date: it has version \(own), and the listing has version \(version)"
            }
        return Printable.text("kept: '\(flow.key)' (\(kept.file)), which has no export; \(phrase)")
    }

    private var summary: String {
        let kinds: [(String, (SnapshotFolder.Change.Kind) -> Bool)] = [
            ("new", { if case .added = $0 { true } else { false } }),
            ("changed", { if case .changed = $0 { true } else { false } }),
            ("gone", { if case .removed = $0 { true } else { false } }),
        ]
        let counts = kinds.compactMap { name, isOfKind in
            let count = plan.changes.count { $0.key != nil && isOfKind($0.kind) }
            return count == 0 ? nil : "\(count) \(name)"
        }
        let changes = counts.isEmpty ? "no interface changed" : counts.joined(separator: ", ")
        let snapshots = "\(plan.count) snapshot\(plan.count == 1 ? "" : "s")"
        let action = isCheck ? "\(folder) checked, nothing written: \(snapshots)" : "\(folder): \(snapshots)"
        return "\(action), \(changes)"
            + (isComplete ? "" : "; not everything could be read, so no snapshot was removed")
    }
}
