extension Rules {
    static let planPlaceholderUnfilled = Rule<PlannedStep>(
        id: "plan-placeholder-unfilled",
        severity: .error,
        summary: "No substitution fills a placeholder of a planned flow's file",
        explanation: """
            The Terraform provider replaces each `{{key}}` with the substitution of exactly that key; letter case and \
            blanks matter. If a placeholder is left, Archy refuses the file, so the apply fails half-way. The plan \
            shows no error. In a comment, in a text of another template language, or in a substitution's own value, \
            the placeholder may do no harm. There it is a warning.

            Correct the key of the substitution, add a substitution, or remove the placeholder from the file.
            """
    ) { step in
        guard case .leaves(let leftover, unused: let unused) = step.event else { return [] }
        let written = "'{{\(leftover.key)}}'"
        let cause =
            leftover.doubt == .order
            ? "\(step.address) has \(written) in a substitution's value, and the order decides whether it is filled"
            : "No substitution of \(step.address) fills \(written)"
        let end: String
        switch leftover.doubt {
        case nil: end = "it stays in the file, and Archy refuses the file at apply"
        case .comment: end = "it stays in a comment, and Archy may refuse the file at apply"
        case .template, .order: end = "it may stay in the file, and Archy may refuse the file at apply"
        }
        let odd = leftover.near.map { unused.contains($0) ? [$0] : [] } ?? Array(unused.prefix(3))
        let names = odd.map { "'\($0)'" }.joined(separator: ", ")
        let list =
            odd.isEmpty ? "" : "; \(odd.count == 1 ? "key \(names) matches" : "keys \(names) match") no placeholder"
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
        guard leftover.doubt != .order else { return "write the substitution's value without a placeholder" }
        guard let near = leftover.near else {
            return "add a substitution '\(leftover.key)', or remove the placeholder from the file"
        }
        let rename = "write '{{\(near)}}' in the file"
        return isUnused ? rename + ", or name the substitution '\(leftover.key)'" : rename
    }
}
