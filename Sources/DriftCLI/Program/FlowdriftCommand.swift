import ArgumentParser
import DriftCore
import DriftEngine

struct FlowdriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flowdrift",
        abstract: "Fails a build when code and Genesys Cloud Architect flows drift apart.",
        discussion: """
            Examples:
              flowdrift init
                  writes the first files, and says what to do next
              flowdrift snapshot --from exports --environment prod
                  writes flows as YAML files, for you to commit
              flowdrift check
                  compares contracts with snapshots
              flowdrift --generate-completion-script bash
                  prints completions for bash; zsh and fish work, too

            Exit status:
              0   no finding at or above --fail-on
              1   drift, even if something else could not be checked
              2   no drift found, but something could not be read, or nothing was checked
              64  the command line is not valid
            """,
        version: ProgramVersion.text,
        subcommands: [
            InitCommand.self, SnapshotCommand.self, ContractCommand.self, SchemaCommand.self, CheckCommand.self,
            LintCommand.self, ScanCommand.self, CallersCommand.self,
            WaiveCommand.self, DiffCommand.self, GateCommand.self, PlanCommand.self, RulesCommand.self,
            DoctorCommand.self,
            StubCommand.self,
        ]
    )
}
