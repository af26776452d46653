import ArgumentParser
import DriftEngine

/// The values for the placeholders of flow files.
struct SubstitutionOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "The value of a {{placeholder}} in Archy YAML; may be given several times.",
            valueName: "key=value"
        )
    )
    var pairs: [String] = []

    func values() throws -> [String: String] {
        var values: [String: String] = [:]
        for pair in pairs {
            guard let sign = pair.firstIndex(of: "="), sign != pair.startIndex else {
                throw RunFailure.badUsage(
                    "--set \(pair): write the placeholder's key and its value, --set key=value"
                )
            }
            values[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
        }
        return values
    }
}
