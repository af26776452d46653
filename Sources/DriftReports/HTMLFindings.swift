import DriftCore

/// The findings of a page, grouped by owner.
struct HTMLFindings {
    /// The groups in order of owner, each sorted by severity; findings without an owner come last.
    let owners: [OwnerPart]

    private let identifiers: [Finding: String]

    /// Groups findings; those that differ only in their environment are merged.
    init(_ findings: [Finding]) {
        let merged = MergedFinding.merged(findings).enumerated().map { (number: $0 + 1, merged: $1) }
        // A cell of the matrix may have only a folded finding; it leads to the one that shows it.
        identifiers = Dictionary(
            merged.flatMap { number, merged in
                ([merged.finding] + merged.finding.sameCause).map { ($0, "finding-\(number)") }
            }
        ) { first, _ in first }
        let groups = Dictionary(grouping: merged) { $0.merged.finding.owner ?? "" }
        let sorted = groups.sorted { $0.key.isEmpty == $1.key.isEmpty ? $0.key < $1.key : $1.key.isEmpty }
        owners = sorted.map { owner, group in
            let ordered = Severity.allCases.reversed().flatMap { severity in
                group.filter { $0.merged.finding.severity == severity }
            }
            return OwnerPart(owner, ordered.map { FindingPart($0.merged, identifier: "finding-\($0.number)") })
        }
    }

    /// The id of a finding's element in the page.
    func identifier(of finding: Finding) -> String? {
        identifiers[MergedFinding.plain(finding)]
    }

    /// The class of a severity, and a sign with the same meaning for people who can't see colours.
    static func look(_ severity: Severity) -> (name: String, sign: String) {
        switch severity {
        case .error: ("error", "✕")
        case .warning: ("warning", "▲")
        case .note: ("note", "●")
        }
    }
}

/// The findings of one owner.
struct OwnerPart {
    let ownerName: HTMLText
    let findingCount: HTMLText
    let findings: [FindingPart]

    init(_ owner: String, _ findings: [FindingPart]) {
        ownerName = HTMLText(owner.isEmpty ? "No owner named" : owner)
        findingCount = HTMLText(Wording.count(findings.count, "finding"))
        self.findings = findings
    }
}

struct FindingPart {
    let identifier: HTMLText
    let severity: HTMLText
    let sign: HTMLText
    let message: HTMLText
    let fix: HTMLText
    let origin: HTMLText?
    let acceptance: HTMLText?
    let sameCauseHeading: HTMLText?
    let sameCause: [SameCausePart]
    let rule: HTMLText
    let flow: HTMLText?
    let contract: HTMLText?
    let trigger: HTMLText?
    let place: HTMLText?
    let scope: HTMLText?
    let scopeNames: HTMLText
    let sides: SidesPart?
    let picture: PicturePart?

    init(_ merged: MergedFinding, identifier: String) {
        let finding = merged.finding
        self.identifier = HTMLText(identifier)
        severity = HTMLText(finding.severity.rawValue)
        sign = HTMLText(HTMLFindings.look(finding.severity).sign)
        message = HTMLText(finding.message)
        fix = HTMLText(finding.fix.summary)
        origin = Wording.origin(of: finding, showsNames: true).map { HTMLText(Wording.capitalized($0)) }
        acceptance = finding.acceptance.map { HTMLText($0.phrase) }
        sameCauseHeading = Wording.sameCauseHeading(finding).map(HTMLText.init)
        sameCause = finding.sameCause.map(SameCausePart.init)
        rule = HTMLText(finding.rule)
        flow = finding.flow.map { HTMLText($0.description) }
        contract = finding.contract.map(HTMLText.init)
        trigger = finding.trigger.map(HTMLText.init)
        place = finding.place.map { HTMLText($0.description) }
        scope = merged.environments.isEmpty ? nil : HTMLText(merged.environments.joined(separator: ", "))
        scopeNames = HTMLText(merged.environments.joined(separator: " "))
        sides = finding.contrast.map { SidesPart($0, finding) }
        picture = finding.event.map(PicturePart.init)
    }
}

/// A finding that was folded into another one with the same cause.
struct SameCausePart {
    let foldedLabel: HTMLText
    let foldedMessage: HTMLText
    let foldedPlace: HTMLText?
    let foldedRule: HTMLText

    init(_ finding: Finding) {
        foldedLabel = HTMLText("\(finding.severity.rawValue), \(Wording.label(finding))")
        foldedMessage = HTMLText(finding.message)
        foldedPlace = finding.place.map { HTMLText($0.description) }
        foldedRule = HTMLText(finding.rule)
    }
}

struct SidesPart {
    let leftName: HTMLText
    let left: HTMLText?
    let rightName: HTMLText
    let right: HTMLText?

    init(_ contrast: Contrast, _ finding: Finding) {
        let isOfContract = finding.contract != nil
        let isOnCode = DriftRule.named(finding.rule)?.subject == .code
        leftName = HTMLText(isOfContract ? "Contract" : "Snapshot")
        left = contrast.expected.map(HTMLText.init)
        rightName = HTMLText(isOnCode ? "Code" : isOfContract ? "Flow" : "Live org")
        right = contrast.found.map(HTMLText.init)
    }
}

/// The smallest event that shows a finding, and what the flow receives from it.
struct PicturePart {
    let pictureEvent: HTMLText
    let receivedItems: [HTMLText]
    let receivesSomething: Bool

    init(_ example: EventExample) {
        pictureEvent = HTMLText(example.event)
        receivedItems = example.received.map(HTMLText.init)
        receivesSomething = !receivedItems.isEmpty
    }
}
