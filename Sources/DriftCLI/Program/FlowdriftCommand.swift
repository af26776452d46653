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
                  the first files, and what to do next
              flowdrift snapshot --from exports --environment prod
                  flows as YAML, to commit
              flowdrift check
                  contracts against snapshots
              flowdrift --generate-completion-script bash
                  completions, also for zsh and fish

            Exit status:
              0   no finding at or above --fail-on
              1   drift, even if something else could not be checked
              2   no drift found, but something was not read, or nothing was judged
              64  the command line is not valid
            """,
        version: ProgramVersion.text,
        subcommands: [
            InitCommand.self, SnapshotCommand.self, ContractCommand.self, SchemaCommand.self, CheckCommand.self,
            LintCommand.self, ScanCommand.self,
            WaiveCommand.self, DiffCommand.self, GateCommand.self, PlanCommand.self, RulesCommand.self,
            DoctorCommand.self,
            StubCommand.self,
        ]
    )
}
