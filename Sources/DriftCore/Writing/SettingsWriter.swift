import YAML

/// Writes an initial `flowdrift.yaml`.
public struct SettingsWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The text for some environments, followed by the other settings as comments.
    ///
    /// - Parameter environments: The environments in order, each with how to reach its org.
    /// - Returns: The file's text.
    public func text(of environments: [(name: EnvironmentName, org: Settings.Org)]) -> String {
        let entries = environments.map { name, org in
            let settings = [
                org.region.map { YAMLEntry("region", .string($0)) },
                org.credentials.map { YAMLEntry("credentials", .string($0)) },
            ]
            return YAMLEntry(name.text, .mapping(settings.compactMap(\.self), .flow))
        }
        let value = YAMLValue.mapping(
            [YAMLEntry("flowdrift", 1), YAMLEntry("environments", .mapping(entries, .block))],
            .block
        )
        return YAMLWriter(header: "flowdrift's settings. Everything in it has a default.").text(of: value) + Self.rest
    }

    private static let rest = """
        # flows: { types: [workflow], names: ["Callback*"] }    # which flows `flowdrift snapshot` keeps; default: all
        # fail-on: warning                                      # the least severity that fails a check; default: error
        # severity: { input-not-sent: off }                     # by rule; `flowdrift rules` lists them

        """
}
