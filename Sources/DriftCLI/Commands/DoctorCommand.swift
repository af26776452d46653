import ArgumentParser
import DriftCore
import DriftReports
import GenesysCloud

/// `flowdrift doctor`: checks everything that reading an org depends on.
struct DoctorCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Checks that an org can be read: region, credentials, permissions, clock and proxy.",
        discussion: """
            Examples:
              flowdrift doctor --environment prod

            Exit status: 0 no problem, 2 flowdrift cannot read the org.
            """
    )

    @Option(help: ArgumentHelp("The environment whose org is checked.", valueName: "name"))
    var environment: EnvironmentName?

    @OptionGroup var live: LiveOptions
    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places(live.files) }

    func validate() throws {
        let others = [
            ("--record", live.record != nil), ("--replay", live.replay != nil), ("--trust-index", live.trustIndex),
            ("--full", live.full),
        ]
        for (name, isGiven) in others where isGiven {
            throw ValidationError("\(name): not allowed with `flowdrift doctor`; remove it")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let settings = try project.settings(in: context)
        let source = try LiveSession.source(of: environment, options: live, settings: settings, context: context)
        let found = Result { () throws(AccessError) in try source.access() }
        let doctor = Doctor(variables: context.variables) { access in
            PlatformClient(
                access: access,
                transport: URLSessionTransport(host: access.host, clock: context.clock),
                clock: context.clock,
                policy: RetryPolicy(budget: .seconds(min(live.timeout, 20)))
            )
        }
        let lines = await doctor.lines(for: found)
        for line in lines {
            let state = line.isOK ? "ok     " : "problem"
            context.print("\(state) \(line.name): \(Printable.text(line.detail))\n")
            if let fix = line.fix { context.print("        \(Printable.text(fix))\n") }
        }
        return lines.allSatisfy(\.isOK) ? .inSync : .couldNotCheck
    }
}
