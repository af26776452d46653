import DriftCore
import DriftReports
import GenesysStub

extension LaunchOptions {
    /// The ids that the stand-in accepts for flows, in addition to the flows' own ids.
    func aliases(
        of flows: [StubFlow],
        _ contracts: [Contract],
        in environment: EnvironmentName?
    ) throws -> FlowAliases {
        var aliases = FlowAliases(of: flows)
        try aliases.add(ids)
        aliases.add(contracts, preferring: environment)
        return aliases
    }

    /// How the server answers launches of flows, without the contracts.
    func settings(_ settings: Settings, flows: [StubFlow], in context: Context) throws -> LaunchSettings {
        var launches = LaunchSettings(judge: judging == .accept ? nil : Judge(severities: settings.severities))
        launches.keepsValues = recordValues
        if let outputs {
            let bytes = try FileReader(context: context).bytes(of: outputs)
            launches.outputs = try OutputValuesReader(flows: flows.compactMap(\.interface)).values(bytes, file: outputs)
        }
        return launches
    }

    /// The recording, or `nil` if none is wanted; prints what earlier runs left behind.
    func recording(in context: Context) throws -> LaunchRecording? {
        guard let recordLaunches else { return nil }
        if recordValues {
            context.printError(
                "warning: --record-values writes the values of inputs into \(Printable.text(recordLaunches)); don't "
                    + "commit the file if the values may be personal or secret\n"
            )
        }
        let recording = try LaunchRecording(
            recordLaunches,
            appending: append,
            keepingValues: recordValues,
            in: context
        )
        for notice in recording.notices { context.printError("notice: \(Printable.text(notice))\n") }
        return recording
    }
}
