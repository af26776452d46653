/// The content of one file in the folder `index` of an environment.
public enum IndexEntry: Hashable, Sendable {
    /// A flow with a snapshot.
    case flow(SnapshotIndex.Entry)

    /// A flow that exists but has no snapshot.
    case listed(FlowEntry)

    /// The file `triggers.yaml` or `topics.yaml`: its name, its digest, and the known ids of its triggers.
    ///
    /// The digest is `nil` if the file doesn't exist.
    case file(String, digest: String?, triggers: TriggerIDs, actions: [String: String] = [:])

    /// The entry's flow or file, for messages.
    var name: String {
        switch self {
        case .flow(let flow): flow.entry.key.description
        case .listed(let flow): flow.key.description
        case .file(let name, _, _, _): name
        }
    }

    /// The path of the entry below the environment's folder: `index/workflow/callback-request.yaml`.
    ///
    /// Like the path of the flow's snapshot, it only depends on the flow's type and name.
    public var path: String {
        let name =
            switch self {
            case .flow(let flow): SnapshotPath(flow.entry.key).text
            case .listed(let flow): SnapshotPath(flow.key).text
            case .file(let name, _, _, _): name
            }
        return SnapshotIndex.entriesFolder + "/" + name
    }
}

extension SnapshotIndex {
    /// The name of the file with the facts about the whole environment.
    public static let name = "index.yaml"

    /// The name of the file with the triggers that start none of the flows.
    public static let triggersName = "triggers.yaml"

    /// The name of the file with the org's data about events.
    public static let topicsName = "topics.yaml"

    /// The name of the file with the org's data actions that start flows.
    public static let callersName = "callers.yaml"

    /// The entries of the index, each of which is written to its own file.
    public var entries: [IndexEntry] {
        let beside = [Self.triggersName, Self.topicsName, Self.callersName].compactMap { name -> IndexEntry? in
            let triggers = name == Self.triggersName ? strayTriggers : TriggerIDs()
            let actions = name == Self.callersName ? seenActions : [:]
            guard files?[name] != nil || !triggers.isEmpty || !actions.isEmpty else { return nil }
            return .file(name, digest: files?[name], triggers: triggers, actions: actions)
        }
        return flows.map { .flow($0) } + listed.map { .listed($0) } + beside
    }

    /// The same index with the entries of the folder `index`, which replace those that earlier versions kept in
    /// `index.yaml`.
    public func adding(_ entries: [IndexEntry]) -> SnapshotIndex {
        guard !entries.isEmpty else { return self }
        var (flows, listed, strayTriggers) = ([Entry](), [FlowEntry](), strayTriggers)
        var files = self.files ?? [:]
        var seenActions = self.seenActions
        for entry in entries {
            switch entry {
            case .flow(let flow): flows.append(flow)
            case .listed(let flow): listed.append(flow)
            case .file(let name, let digest, let triggers, let actions):
                files[name] = digest
                strayTriggers = strayTriggers.adding(triggers)
                seenActions.merge(actions) { $1 }
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
        index.seenActions = seenActions
        return index
    }

    /// The errors of entries that have the same id, as after a merge; which of two entries is right is unknown.
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
                for id in flow.triggers.all.keys.sorted() { claim(id, "trigger id", entry) }
            case .listed(let flow): claim(flow.id?.text, "id", entry)
            case .file(_, _, let triggers, _):
                for id in triggers.all.keys.sorted() { claim(id, "trigger id", entry) }
            }
        }
        return problems
    }
}
