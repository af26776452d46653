/// The content of one file in the folder `index` of an environment.
public enum IndexEntry: Hashable, Sendable {
    /// A flow with a snapshot.
    case flow(SnapshotIndex.Entry)

    /// A flow that exists but has no snapshot.
    case listed(FlowEntry)

    /// `triggers.yaml` or `topics.yaml`: its name, its digest or `nil` if there is no such file, and the known ids of
    /// its triggers.
    case file(String, digest: String?, triggers: TriggerIDs)

    /// The flow or file that the entry is of, for messages.
    var name: String {
        switch self {
        case .flow(let flow): flow.entry.key.description
        case .listed(let flow): flow.key.description
        case .file(let name, _, _): name
        }
    }

    /// The path of the entry below the environment's folder: `index/workflow/callback-request.yaml`.
    ///
    /// It only depends on the flow's type and name, as the path of its snapshot does.
    public var path: String {
        let name =
            switch self {
            case .flow(let flow): SnapshotPath(flow.entry.key).text
            case .listed(let flow): SnapshotPath(flow.key).text
            case .file(let name, _, _): name
            }
        return SnapshotIndex.entriesFolder + "/" + name
    }
}

extension SnapshotIndex {
    /// The name of the file with what concerns the whole environment.
    public static let name = "index.yaml"

    /// The name of the file with the triggers whose target is none of the flows.
    public static let triggersName = "triggers.yaml"

    /// The name of the file with the org's data about events.
    public static let topicsName = "topics.yaml"

    /// The entries of the index, each to be written to a file of its own.
    public var entries: [IndexEntry] {
        let beside = [Self.triggersName, Self.topicsName].compactMap { name -> IndexEntry? in
            let triggers = name == Self.triggersName ? strayTriggers : TriggerIDs()
            guard files?[name] != nil || !triggers.isEmpty else { return nil }
            return .file(name, digest: files?[name], triggers: triggers)
        }
        return flows.map { .flow($0) } + listed.map { .listed($0) } + beside
    }

    /// The same index with the entries of its folder, which replace the lines of an earlier version.
    public func adding(_ entries: [IndexEntry]) -> SnapshotIndex {
        guard !entries.isEmpty else { return self }
        var (flows, listed, strayTriggers) = ([Entry](), [FlowEntry](), strayTriggers)
        var files = self.files ?? [:]
        for entry in entries {
            switch entry {
            case .flow(let flow): flows.append(flow)
            case .listed(let flow): listed.append(flow)
            case .file(let name, let digest, let triggers):
                files[name] = digest
                strayTriggers = strayTriggers.adding(triggers)
            }
        }
        let known = Set(flows.map(\.entry.key)).union(listed.map(\.key))
        var index = SnapshotIndex(
            flows: flows + self.flows.filter { !known.contains($0.entry.key) },
            hasNoTriggers: hasNoTriggers,
            strayTriggers: strayTriggers,
            files: files,
            listed: listed + self.listed.filter { !known.contains($0.key) },
            unread: unread
        )
        index.hasFolder = true
        return index
    }

    /// The errors of entries with the id of another one, as a merge may leave them: either of the two may be right.
    ///
    /// - Parameter folder: The environment's folder.
    /// - Returns: The errors of both entries, by file.
    public func doubledIDs(in folder: String) -> [String: ReadingError] {
        var firsts: [String: IndexEntry] = [:]
        var problems: [String: ReadingError] = [:]
        func claim(_ id: String?, _ what: String, _ entry: IndexEntry) {
            guard let id, let first = firsts.updateValue(entry, forKey: what + id) else { return }
            for (entry, other) in [(first, entry), (entry, first)] {
                let file = folder + "/" + entry.path
                problems[file] = ReadingError(
                    "'\(entry.name)' and '\(other.name)' have the same \(what): \(id)",
                    at: Place(file: file),
                    fix: "take the snapshots again with `flowdrift snapshot`"
                )
            }
        }
        for entry in entries {
            switch entry {
            case .flow(let flow):
                claim(flow.entry.id?.text, "id", entry)
                for id in flow.triggers.all.keys.sorted() { claim(id, "trigger", entry) }
            case .listed(let flow): claim(flow.id?.text, "id", entry)
            case .file(_, _, let triggers):
                for id in triggers.all.keys.sorted() { claim(id, "trigger", entry) }
            }
        }
        return problems
    }
}
