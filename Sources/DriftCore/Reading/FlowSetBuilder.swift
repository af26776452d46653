/// Combines the files of a source into the flows of an environment.
///
/// Flows with the same type and name become one flow. Listings add ids and availability. Each trigger is added to the
/// flow that it starts.
public struct FlowSetBuilder: Sendable {
    private var flows: [FlowKey: Flow] = [:]
    private(set) var entries: [FlowKey: FlowEntry] = [:]
    private var triggers: [Trigger] = []
    private var triggersByID: [String: Trigger] = [:]
    private var listedCounts: [Trigger: Int] = [:]
    private var knowsTriggers = false
    private var actions: [DataActionText]?
    private var exports: [(export: TerraformExport, file: String)] = []
    private var keysByFile: [String: FlowKey] = [:]
    private var pages: [(page: ListingPage, file: String)] = []
    private(set) var skipped: [(file: String, reason: String)] = []
    private var notices: [FlowSet.Notice] = []
    private var problems: [ReadingError] = []

    /// Makes an empty builder.
    public init() {}

    /// Adds a file's content; the result depends on the order of the files.
    public mutating func add(_ content: FlowFile, from file: String) {
        switch content {
        case .flow(let flow): add(flow)
        case .entries(let listed):
            for entry in listed { add(entry) }
            pages.append((ListingPage(listsFlows: true, count: listed.count), file))
        case .triggers(let listed):
            add(listed, from: file)
            knowsTriggers = true
            pages.append((ListingPage(listsFlows: false, count: listed.count), file))
        case .page(let listed, let page):
            let count = pages.count
            add(listed, from: file)
            pages.replaceSubrange(count..., with: [(page, file)])
            if let problem = SnapshotIndex.incompleteness(page.unread, in: file) { add(problem) }
        case .action(let action): actions = (actions ?? []) + [action]
        case .terraform(let export): add(export, from: file)
        case .skipped(let reason): skipped.append((file, reason))
        }
    }

    /// Adds the triggers of one listing, except those that an earlier listing has.
    ///
    /// An id identifies a trigger. Without ids, equal triggers in one listing are different triggers.
    private mutating func add(_ listed: [Trigger], from file: String) {
        var counts: [Trigger: Int] = [:]
        for trigger in listed {
            guard trigger.id == nil else {
                add(trigger, from: file)
                continue
            }
            let settings = trigger.canonical
            counts[settings, default: 0] += 1
            guard counts[settings, default: 0] > listedCounts[settings, default: 0] else { continue }
            listedCounts[settings, default: 0] += 1
            triggers.append(trigger)
        }
    }

    /// Adds a Terraform configuration; the flows of its triggers are resolved after all files are read.
    private mutating func add(_ export: TerraformExport, from file: String) {
        for entry in export.entries { add(entry) }
        exports.append((export, file))
        if !export.actions.isEmpty { actions = (actions ?? []) + export.actions }
        guard !export.triggers.isEmpty else { return }
        knowsTriggers = true
        let count = export.triggers.count
        notices.append(
            FlowSet.Notice("read as a Terraform export: \(count) trigger\(count == 1 ? "" : "s")", file: file)
        )
    }

    /// The triggers of Terraform configurations that aren't in any other file.
    ///
    /// - Parameter known: The triggers of other files, with the flows that they start.
    /// - Returns: The triggers, with the flows that they start.
    private func exportedTriggers(besides known: [Trigger]) -> [Trigger] {
        var all = known
        for (export, file) in exports {
            var counts: [Trigger: Int] = [:]
            for trigger in all { counts[trigger.canonical, default: 0] += 1 }
            for exported in export.triggers {
                var trigger = exported.trigger
                if let path = exported.flowFile {
                    let key = keysByFile[FilePath(path, in: file).text]
                    let id = FileName(path).id(of: .workflow)
                    trigger.target = key.map { .flow($0) } ?? trigger.target ?? id.map { .id($0) }
                }
                let canonical = trigger.canonical
                if let count = counts[canonical], count > 0 {
                    counts[canonical] = count - 1
                } else {
                    all.append(trigger)
                }
            }
        }
        return Array(all.dropFirst(known.count))
    }

    /// Adds the error of a file that couldn't be read.
    public mutating func add(_ problem: ReadingError) {
        problems.append(problem)
    }

    /// Adds a trigger, unless another listing has the same trigger.
    private mutating func add(_ trigger: Trigger, from file: String) {
        guard let id = trigger.id, let first = triggersByID.updateValue(trigger, forKey: id) else {
            triggers.append(trigger)
            return
        }
        triggersByID[id] = first
        guard first.canonical != trigger.canonical else { return }
        problems.append(
            ReadingError(
                "Trigger '\(trigger.name)' (id \(id)) is also in another file, with different settings",
                at: Place(file: file),
                fix: "keep only the newer of the two files"
            )
        )
    }

    private mutating func add(_ flow: Flow) {
        if let file = flow.file { keysByFile[FilePath(file).text] = flow.key }
        guard var first = flows[flow.key] else {
            flows[flow.key] = flow
            return
        }
        let (firstFile, file) = (first.file ?? "", flow.file ?? "")
        let changes = FlowChange.variableChanges(from: first, to: flow)
        if changes.isEmpty {
            notices.append(
                FlowSet.Notice("'\(flow.key)' is also in \(firstFile), with the same interface", file: file)
            )
        } else {
            let phrases = changes.map(\.phrase).joined(separator: "; ")
            problems.append(
                ReadingError(
                    "'\(flow.key)' is also in \(firstFile), with another interface: \(phrases)",
                    at: Place(file: file),
                    fix: "keep one of the two files, or give the flows different names"
                )
            )
        }
        first.id = first.id ?? flow.id
        first.division = first.division ?? flow.division
        first.triggers += flow.triggers
        if first.calls.isEmpty { first.calls = flow.calls }
        flows[flow.key] = first
    }

    private mutating func add(_ entry: FlowEntry) {
        guard let first = entries[entry.key] else {
            entries[entry.key] = entry
            return
        }
        guard let (one, other) = Self.pair(first.id, entry.id), one != other else {
            if first.id == nil { entries[entry.key] = entry }
            return
        }
        notices.append(FlowSet.Notice("'\(entry.key)' is listed with two ids, \(one) and \(other); the first is used"))
    }

    private static func pair<Value>(_ lhs: Value?, _ rhs: Value?) -> (Value, Value)? {
        guard let lhs, let rhs else { return nil }
        return (lhs, rhs)
    }

    /// The errors for missing pages of listings.
    private var missingPages: [ReadingError] {
        [true, false].compactMap { listsFlows in
            let pages = pages.filter { $0.page.listsFlows ?? listsFlows == listsFlows }
            let count = pages.reduce(0) { $0 + $1.page.count }
            let total = pages.compactMap(\.page.total).max()
            let next = pages.filter(\.page.hasNext)
            // A page that has a next page requires one more file.
            guard let last = next.last ?? pages.last, next.count == pages.count || count < total ?? 0 else {
                return nil
            }
            let whole = total.map { " of \($0)" } ?? ""
            let noun = (listsFlows ? "flow" : "trigger") + (count == 1 && total == nil ? "" : "s")
            return ReadingError(
                "The listing is incomplete: it has \(count)\(whole) \(noun)",
                at: Place(file: last.file),
                fix: "put the listing's other pages into the folder too"
            )
        }
    }

    /// The exported flows without the deleted ones, and the notices on the deleted flows.
    private func present() -> (flows: [FlowKey: Flow], deleted: Set<FlowKey>, notices: [FlowSet.Notice]) {
        let deleted = Set(pages.flatMap(\.page.deleted)).subtracting(entries.keys)
        let gone = flows.values.filter { deleted.contains($0.key) }.sorted { $0.key < $1.key }
        let notices = gone.map { flow in
            FlowSet.Notice("'\(flow.key)' is left out: a flow listing says that the flow is deleted", file: flow.file)
        }
        return (flows.filter { !deleted.contains($0.key) }, deleted, notices)
    }

    /// The combined flows.
    public func flowSet() -> FlowSet {
        let (present, deleted, goneNotices) = present()
        let unnamed = unnamed(among: present)
        let problems = problems + missingPages + unnamed.problems
        var flows = present.filter { !unnamed.keys.contains($0.key) }.mapValues { flow in
            guard let entry = entries[flow.key] else { return flow }
            var flow = flow
            flow.id = flow.id ?? entry.id
            flow.division = flow.division ?? entry.division
            flow.publishedVersion = entry.publishedVersion
            if entry.availability != .unknown { flow.availability = entry.availability }
            return flow
        }
        var keysByID: [FlowID: FlowKey] = [:]
        // The flows are taken in order of key, so that a duplicate id always leads to the same flow.
        for key in flows.keys { keysByID[FlowID(madeFor: key)] = key }
        for entry in entries.values.sorted(by: { $0.key < $1.key }) {
            if let id = entry.id { keysByID[id] = entry.key }
        }
        for flow in flows.values.sorted(by: { $0.key < $1.key }) { if let id = flow.id { keysByID[id] = flow.key } }
        var stray: [Trigger] = []
        let listed = triggers.map { $0.aimed(by: keysByID) }
        for trigger in listed + exportedTriggers(besides: listed).map({ $0.aimed(by: keysByID) }) {
            guard case .flow(let key)? = trigger.target, flows[key] != nil else {
                stray.append(trigger)
                continue
            }
            flows[key]?.triggers.append(trigger)
        }
        // If a listing couldn't be read, it's unknown which flows triggers start.
        let known = problems.isEmpty && (knowsTriggers || flows.values.contains { !$0.triggers.isEmpty })
        for key in flows.keys { flows[key]?.triggers.sort(by: Trigger.areInOrder) }
        var set = FlowSet(
            flows: flows.values.sorted { $0.key < $1.key },
            entries: allEntries(flows),
            strayTriggers: known ? stray.sorted(by: Trigger.areInOrder) : nil,
            notices: noticeOnSkipped + notices + goneNotices + noticeOnListedOnly(flows),
            problems: problems,
            gone: deleted
        )
        set.actionTexts = actions
        return set
    }

    private func allEntries(_ flows: [FlowKey: Flow]) -> [FlowEntry] {
        let own = flows.values.map(\.entry)
        let listedOnly = entries.values.filter { flows[$0.key] == nil }
        return (own + listedOnly).sorted { $0.key < $1.key }
    }
}

extension Trigger {
    /// The trigger, with its flow's type and name as target if the flow's id is known.
    fileprivate func aimed(by keys: [FlowID: FlowKey]) -> Trigger {
        guard case .id(let id)? = target, let key = keys[id] else { return self }
        var trigger = self
        trigger.target = .flow(key)
        return trigger
    }
}

extension Flow {
    /// The facts about the flow that a listing has too.
    public var entry: FlowEntry {
        FlowEntry(key: key, id: id, division: division, publishedVersion: publishedVersion, availability: availability)
    }
}
