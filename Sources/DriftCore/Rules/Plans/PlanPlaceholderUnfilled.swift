extension Rules {
    static let planPlaceholderUnfilled = Rule<PlannedStep>(
        id: "plan-placeholder-unfilled",
        severity: .error,
        summary: "No substitution fills a placeholder of a planned flow's file",
        explanation: """
            The provider replaces each `{{key}}` with the substitution of exactly that key: letter case and blanks \
            matter. If a placeholder is left, Archy refuses the file, so the apply fails half-way; the plan shows no \
            error. The placeholder may do no harm in a comment, in a text of another template language, or in a \
            substitution's own value. There it is a warning.

            Correct the key of the substitution, add one, or take the placeholder out of the file.
            """
    ) { step in
        guard case .leaves(let leftover, unused: let unused) = step.event else { return [] }
        let written = "'{{\(leftover.key)}}'"
        let cause =
            leftover.doubt == .order
            ? "\(step.address) has \(written) in the value of a substitution, filled or not, depending on the order"
            : "No substitution of \(step.address) fills \(written)"
        let end: String
        switch leftover.doubt {
        case nil: end = "it stays in the file, and Archy refuses it at apply"
        case .comment: end = "it stays in a comment, and Archy may refuse it at apply"
        case .template, .order: end = "it may stay in the file, and Archy may refuse it at apply"
        }
        let odd = leftover.near.map { unused.contains($0) ? [$0] : [] } ?? Array(unused.prefix(3))
        let names = odd.map { "'\($0)'" }.joined(separator: ", ")
        let list = odd.isEmpty ? "" : "; \(names) \(odd.count == 1 ? "matches" : "match") no placeholder"
        return [
            step.evidence(
                "\(cause): \(end)\(list)" + (leftover.near.map { "; did you mean '{{\($0)}}'?" } ?? ""),
                on: "\(step.address) \(written)",
                severity: leftover.doubt == nil ? nil : .warning,
                fix: fix(leftover, isUnused: leftover.near.map(unused.contains) ?? false)
            )
        ]
    }

    private static func fix(_ leftover: PlannedOpening.Leftover, isUnused: Bool) -> String {
        guard leftover.doubt != .order else { return "write out the value, so that it holds no placeholder" }
        guard let near = leftover.near else {
            return "add a substitution '\(leftover.key)', or take the placeholder out of the file"
        }
        let rename = "write '{{\(near)}}' in the file"
        return isUnused ? rename + ", or name the substitution '\(leftover.key)'" : rename
    }
}
