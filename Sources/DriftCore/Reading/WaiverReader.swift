import YAML

/// Reads the waivers of `flowdrift.yaml`.
struct WaiverReader {
    let rules: [DriftRule]

    /// The day of the run, or `nil` to allow any expiry date.
    let today: Day?

    static let keys = [
        "rule", "contract", "flow", "trigger", "subject", "environments", "severity", "reason", "owner", "expires",
    ]

    func waivers(_ node: YAMLCursor) throws(ReadingError) -> [Waiver] {
        var waivers: [Waiver] = []
        for element in try node.elements("waivers") { waivers.append(try waiver(element)) }
        return waivers
    }

    private func waiver(_ node: YAMLCursor) throws(ReadingError) -> Waiver {
        let waiver = try node.mapping("a waiver", keys: Self.keys)
        let terms = Waiver.Terms(
            reason: try required("reason", of: waiver, "say why the finding is accepted").text("a reason"),
            owner: try required("owner", of: waiver, "say who accepts the finding").text("an owner"),
            expires: try expiry(
                required("expires", of: waiver, "say on which day the waiver ends: `expires: 2027-03-31`")
            )
        )
        let rule = try rule(waiver.required("rule", in: "a waiver"))
        var read = Waiver(
            rule: rule.id,
            contract: try text("contract", of: waiver),
            flow: try waiver.value("flow").map(flow),
            trigger: try text("trigger", of: waiver),
            subject: try text("subject", of: waiver),
            severity: try waiver.value("severity").map { (node) throws(ReadingError) in
                try node.choice("severity", of: Severity.self)
            },
            ofRule: rule.severity,
            terms: terms,
            place: Place(file: node.file, position: node.node.position)
        )
        let environments = try environments(waiver.value("environments"))
        read.environments = environments.map(\.name).sorted()
        read.environmentPlaces = Dictionary(environments.map { ($0.name, $0.place) }) { first, _ in first }
        return read
    }

    private func required(_ key: String, of node: YAMLCursor, _ fix: String) throws(ReadingError) -> YAMLCursor {
        guard let value = node.value(key) else { throw node.error("Missing key '\(key)' in a waiver", fix) }
        return value
    }

    private func text(_ key: String, of node: YAMLCursor) throws(ReadingError) -> String? {
        try node.value(key).map { (value) throws(ReadingError) in try value.text("a \(key)") }
    }

    private func rule(_ node: YAMLCursor) throws(ReadingError) -> DriftRule {
        let id = try node.text("a rule's id")
        guard let rule = rules.first(where: { $0.id == id }) else {
            let near = rules.nearest(to: id)
            throw node.error(
                "Unknown rule '\(id)'",
                near.map { "did you mean '\($0)'?" } ?? "`flowdrift rules` lists all rules"
            )
        }
        guard !rule.isOnWaivers else {
            throw node.error("A finding on a waiver cannot be waived", "correct the waiver that the finding is about")
        }
        return rule
    }

    private func flow(_ node: YAMLCursor) throws(ReadingError) -> String {
        let text = try node.text("a flow as `type/name`")
        guard text.unicodeScalars.contains("/") || text == "*" else {
            throw node.error("'\(text)' is not a flow's type and name", "write both: `workflow/\(text)`")
        }
        return text
    }

    private func environments(_ node: YAMLCursor?) throws(ReadingError) -> [(name: EnvironmentName, place: Place)] {
        guard let node else { return [] }
        var names: [(name: EnvironmentName, place: Place)] = []
        for element in try node.elements("environments") {
            let place = Place(file: element.file, position: element.node.position)
            names.append((try element.environmentName(), place))
        }
        guard !names.isEmpty else {
            throw node.error(
                "`environments` names no environment",
                "name at least one environment, or remove `environments`"
            )
        }
        return names
    }

    private func expiry(_ node: YAMLCursor) throws(ReadingError) -> Day {
        let text = try node.text("a date")
        guard let day = Day(text) else {
            throw node.error("'\(text)' is not a date", "write year, month and day: `2027-03-31`")
        }
        if let today, day > today.yearLater {
            throw node.error(
                "A waiver lasts a year at most, but \(day) is more than a year away",
                "write \(today.yearLater) or an earlier day"
            )
        }
        return day
    }
}
