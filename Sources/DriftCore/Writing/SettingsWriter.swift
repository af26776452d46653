import YAML

/// Writes an initial `flowdrift.yaml`.
public struct SettingsWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The text with the given environments, followed by the other settings as comments.
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
        return YAMLWriter(header: "The settings of flowdrift. Every setting has a default.").text(of: value) + Self.rest
    }

    private static let rest = """
        # flows: { types: [workflow], names: ["Callback*"] }    # which flows get snapshots; default: all
        # fail-on: warning                                      # the lowest severity that fails a check; default: error
        # severity: { input-not-sent: off }                     # by rule; `flowdrift rules` lists all rules

        """
}
