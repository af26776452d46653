import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift rules`: lists the rules, or explains one.
struct RulesCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Lists the rules, or explains one with an example.",
        discussion: """
            Examples:
              flowdrift rules
              flowdrift rules input-undeclared

            Exit status: 0 done, 64 there is no such rule.
            """
    )

    @Argument(help: "A rule's id, as findings print it.", completion: .list(DriftRule.all.map(\.id)))
    var id: String?

    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places() }

    func run(in context: Context) throws -> RunStatus {
        guard let id else {
            context.print(RuleText.list)
            return .inSync
        }
        guard let rule = DriftRule.named(id) else {
            let near = DriftRule.nearest(to: id)
            throw RunFailure.badUsage(
                "there is no rule '\(Printable.text(id))'; "
                    + (near.map { "did you mean '\($0)'?" } ?? "list the rules with `flowdrift rules`")
            )
        }
        context.print(RuleText.page(of: rule, style: context.style))
        return .inSync
    }
}
