public import DriftCore

/// The report for people: failures first, with the place of each finding, and the verdict on the last line.
public struct TextReport: Sendable {
    private let style: TextStyle
    private let isVerbose: Bool

    /// The maximum number of lines for a run in sync, unless the report is verbose.
    private static let mostLinesInSync = 12

    /// The maximum number of remarks that are shown one by one, unless the report is verbose.
    private static let mostRemarks = 4

    /// The maximum number of findings with the same cause that are listed below one, unless the report is verbose.
    private static let mostOfSameCause = 5

    /// Makes a report; a verbose report shows everything.
    public init(style: TextStyle = TextStyle(), isVerbose: Bool = false) {
        self.style = style
        self.isVerbose = isVerbose
    }

    /// The verdict in one line: `drift: 2 errors, 1 note`.
    public static func verdictLine(_ verdict: Verdict) -> String { Wording.verdict(verdict) }

    /// The report of a verdict.
    ///
    /// - Parameters:
    ///   - verdict: The verdict.
    ///   - launches: The launches in scanned sources, which come first, or `nil` if none were scanned.
    /// - Returns: The text.
    public func text(of verdict: Verdict, launches: [SourceLaunch]? = nil) -> String {
        let listed = (launches ?? []).flatMap(LaunchLines.lines)
        let text = text(of: verdict)
        return listed.isEmpty ? text : style.wrapped(listed.joined(separator: "\n") + "\n\n") + text
    }

    private func text(of verdict: Verdict) -> String {
        let closing =
            [Wording.coverage(verdict.coverage), Wording.code(verdict.coverage.code)].compactMap(\.self)
            + remarks(verdict.coverage.remarks).map { "  " + $0 }
            + [style.text(Wording.verdict(verdict), as: role(of: verdict))]
        let sections = sections(of: verdict)
        let room = verdict.status == .inSync && !isVerbose ? Self.mostLinesInSync - closing.count : nil
        return style.wrapped((lines(of: sections, room: room) + closing).joined(separator: "\n") + "\n")
    }

    // MARK: - Sections

    /// A heading with items, each of which is shown as a whole.
    private struct Section {
        let heading: String
        let items: [Item]

        struct Item {
            let lines: [String]

            /// The name of the item in the line that counts hidden items, such as `warning`.
            let noun: String
        }
    }

    private func sections(of verdict: Verdict) -> [Section] {
        let found = FindingSection.all(verdict.findings).map { section in
            Section(
                heading: style.text(Printable.text(section.name), as: .heading)
                    + (section.owner.map { " (\(Printable.text($0)))" } ?? ""),
                items: section.items.map {
                    Section.Item(
                        lines: lines(of: $0),
                        noun: $0.finding.acceptance?.word ?? $0.finding.severity.rawValue
                    )
                }
            )
        }
        guard !verdict.coverage.unknowns.isEmpty else { return found }
        let unknowns = verdict.coverage.unknowns.map { Section.Item(lines: [line(of: $0)], noun: "unknown") }
        return found + [Section(heading: style.text("unknown", as: .heading), items: unknowns)]
    }

    /// The lines of sections, with a blank line after each; one more line counts the items that don't fit.
    private func lines(of sections: [Section], room: Int?) -> [String] {
        var (lines, hidden): ([String], [String]) = ([], [])
        let all = sections.flatMap { section in section.items.flatMap { $0.lines.flatMap(Self.rows) } }.count
        let isWhole = room.map { all + 2 * sections.count <= $0 } ?? true
        for section in sections {
            var isOpen = false
            for item in section.items {
                let rows = item.lines.flatMap(Self.rows)
                // The heading, the item, a blank line, and the line that counts hidden items with its own blank line.
                let rest = (isOpen ? 0 : 1) + rows.count + 1 + 2
                guard isWhole || lines.count + rest <= room ?? .max else {
                    hidden.append(item.noun)
                    continue
                }
                lines += (isOpen ? [] : [section.heading]) + rows
                isOpen = true
            }
            if isOpen { lines.append("") }
        }
        return hidden.isEmpty ? lines : lines + [Self.phrase(hidden), ""]
    }

    private static func rows(_ line: String) -> [String] {
        line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The line that counts hidden items: `not shown: 3 warnings, 1 unknown; --verbose lists them`.
    private static func phrase(_ nouns: [String]) -> String {
        let order = Severity.allCases.reversed().map(\.rawValue) + ["unknown"] + Acceptance.words
        let counts = order.compactMap { noun in
            let number = nouns.count { $0 == noun }
            return number == 0
                ? nil : Acceptance.words.contains(noun) ? "\(number) \(noun)" : Wording.count(number, noun)
        }
        return "not shown: \(counts.joined(separator: ", ")); --verbose lists them"
    }

    private func lines(of item: FindingSection.Item) -> [String] {
        let finding = item.finding
        let isFolded = !item.contracts.isEmpty
        let place = isFolded ? "" : finding.place.map { Printable.text($0.description) + ": " } ?? ""
        let word = finding.acceptance.map { $0.word + " " } ?? ""
        let severity = style.text(word + finding.severity.rawValue, as: role(of: finding))
        let scope = item.environments.isEmpty ? "" : " in " + item.environments.joined(separator: ", ")
        let contracts = item.contracts.map { source in
            "      " + (source.place.map { Printable.text($0.description) + ": " } ?? "")
                + Printable.text(source.contract) + (source.owner.map { " (\(Printable.text($0)))" } ?? "")
        }
        return [
            "  \(place)\(severity)\(scope): \(Printable.text(finding.message)) [\(finding.rule)]",
            "    fix: \(Printable.text(finding.fix.summary))",
        ]
            + (Wording.origin(of: finding, showsNames: true).map { ["    \(Printable.text($0))"] } ?? [])
            + (finding.mover.map { ["    moved: \($0.phrase)"] } ?? [])
            + (finding.acceptance.map { ["    \(Printable.text($0.phrase))"] } ?? []) + example(finding.event)
            + (isFolded ? ["    in \(item.contracts.count) contracts:"] + contracts : []) + sameCause(finding)
    }

    /// The findings that were folded into a finding, one line each; the text is left out if it's the same.
    private func sameCause(_ finding: Finding) -> [String] {
        guard let heading = Wording.sameCauseHeading(finding) else { return [] }
        let shown = isVerbose ? finding.sameCause[...] : finding.sameCause.prefix(Self.mostOfSameCause)
        let lines = shown.map { other in
            let place = other.place.map { "\($0): " } ?? ""
            let text = other.message == finding.message ? "" : ": " + other.message
            return "      "
                + Printable.text("\(place)\(other.severity.rawValue), \(Wording.label(other))\(text) [\(other.rule)]")
        }
        let left = finding.sameCause.count - shown.count
        return ["    \(heading):"] + lines + (left > 0 ? ["      \(left) more; --verbose lists them"] : [])
    }

    private func example(_ event: EventExample?) -> [String] {
        guard let event else { return [] }
        let received =
            event.received.isEmpty
            ? [] : ["    flow receives: \(Printable.text(event.received.joined(separator: "; ")))"]
        return ["    event: \(Printable.text(event.event))"] + received
    }

    private func line(of unknown: Unknown) -> String {
        let place = unknown.place.map { Printable.text($0.description) + ": " } ?? ""
        let scope = unknown.environment.map { " in \($0)" } ?? ""
        return
            "  \(place)unknown\(scope): \(Printable.text(unknown.reason))\n    fix: \(Printable.text(unknown.fix))"
    }

    // MARK: - The closing lines

    /// The remarks, or if there are many, one line for each kind with the number of subjects.
    private func remarks(_ remarks: [Remark]) -> [String] {
        guard !isVerbose, remarks.count > Self.mostRemarks else { return remarks.map { Printable.text($0.text) } }
        return Remark.Kind.allCases.flatMap { kind -> [String] in
            let own = remarks.filter { $0.kind == kind }
            guard own.count > 1, let phrase = Wording.phrase(own.reduce(0) { $0 + $1.count }, kind) else {
                return own.map { Printable.text($0.text) }
            }
            return ["\(phrase); --verbose lists them"]
        }
    }

    private func role(of finding: Finding) -> TextStyle.Role {
        guard finding.acceptance == nil else { return .note }
        return switch finding.severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    private func role(of verdict: Verdict) -> TextStyle.Role {
        switch verdict.status {
        case .inSync: .good
        case .drift: .error
        case .couldNotCheck, .badUsage: .warning
        }
    }
}
