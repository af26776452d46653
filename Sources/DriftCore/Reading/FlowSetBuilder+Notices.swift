extension FlowSetBuilder {
    /// The notice on skipped files: one file with its reason, or the number of files for each reason.
    var noticeOnSkipped: [FlowSet.Notice] {
        guard skipped.count > 1 else {
            return skipped.map { FlowSet.Notice("skipped: \($0.reason)", file: $0.file) }
        }
        let groups = Dictionary(grouping: skipped) { $0.reason.prefix { $0 != ":" } }
        let phrases = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { reason, files in
            let names = files.prefix(3).map(\.file).joined(separator: ", ")
            let others = files.count > 3 ? " and \(files.count - 3) more" : ""
            let why = files.count == 1 ? String(reason) : Self.plural(of: reason)
            return "\(files.count) because \(why) (\(names)\(others))"
        }
        return [FlowSet.Notice("\(skipped.count) files skipped: " + phrases.joined(separator: ", "))]
    }

    /// A reason for one file, in the plural.
    private static func plural(of reason: Substring) -> String {
        for (one, many) in [
            ("the file is a ", "each is a "), ("the file is an ", "each is an "), ("the file is ", "they are "),
            ("the file contains ", "they contain "), ("the folder contains ", "they contain "),
        ]
        where reason.hasPrefix(one) {
            return many + reason.dropFirst(one.count)
        }
        return String(reason)
    }

    /// The notice on listed flows that have no export.
    func noticeOnListedOnly(_ flows: [FlowKey: Flow]) -> [FlowSet.Notice] {
        let count = entries.keys.count { flows[$0] == nil }
        guard count > 0 else { return [] }
        let text =
            count == 1
            ? "1 listed flow has no export, so its inputs and outputs are unknown"
            : "\(count) listed flows have no export, so their inputs and outputs are unknown"
        return [FlowSet.Notice(text)]
    }

    /// The flows that go by their file's name, because their own name is a placeholder, and that no listing has.
    ///
    /// The names of these flows in the org are unknown. If there is no listing at all, the file's name is used.
    func unnamed(among flows: [FlowKey: Flow]) -> (keys: Set<FlowKey>, problems: [ReadingError]) {
        guard !entries.isEmpty else { return ([], []) }
        let unnamed = flows.values.filter { $0.placeholderName != nil && entries[$0.key] == nil }.sorted {
            $0.key < $1.key
        }
        let problems = unnamed.map { flow in
            ReadingError(
                "The flow's name is '\(flow.placeholderName ?? "")', which depends on a placeholder, and no flow in a "
                    + "listing has the file's name '\(flow.key.name)'",
                at: Place(file: flow.file ?? flow.key.description),
                fix: "give each placeholder a value with --set key=value"
            )
        }
        return (Set(unnamed.map(\.key)), problems)
    }
}
