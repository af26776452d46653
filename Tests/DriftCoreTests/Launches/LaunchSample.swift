import SourceText

@testable import DriftCore

/// Launches, contracts and recordings for tests.
enum LaunchSample {
    /// An accepted launch of `workflow/A` at a line of a recording, with a JSON type for each input.
    static func launch(
        _ inputs: [String: String],
        line: Int = 1,
        file: String = "a.ndjson",
        answer: RecordedLaunch.Answer? = .accepted,
        mayHaveMore: Bool = false
    ) -> PlacedLaunch {
        var launch = RecordedLaunch(of: .flow(.workflow("A")), answer: answer)
        launch.inputs = inputs.mapValues { ValueShape(ValueType($0) ?? .unknown) }
        launch.mayHaveMore = mayHaveMore
        return PlacedLaunch(launch, at: Place(file: file, position: Position(line: line, column: 1)))
    }

    /// Launches of `workflow/A`, one per line.
    static func launches(_ inputs: [String: String]...) -> [PlacedLaunch] {
        inputs.enumerated().map { launch($1, line: $0 + 1) }
    }

    /// The inputs of launches, each as `name: type, sent`.
    static func merged(_ launches: [PlacedLaunch], of flow: Flow? = nil) throws -> [String] {
        try LaunchedInputs(merging: launches, of: flow).inputs.map { input in
            "\(input.name): \(input.type.map(\.description) ?? "?"), \(input.sent.rawValue)"
        }
    }

    /// The text of a contract after launches and recordings are added to it.
    static func updated(
        _ text: String,
        by launches: [PlacedLaunch],
        recordings: [String] = [],
        of flow: Flow? = nil
    ) throws -> String {
        let bytes = Array(text.utf8)
        let contract = try ContractReader().contract(bytes, file: "specs/c.yaml")
        let inputs = try LaunchedInputs(merging: launches, of: flow)
        let update = try ContractUpdate(of: contract, by: inputs, recordings: recordings)
        return try ContractEdit(file: "specs/c.yaml").text(bytes, after: update)
    }

    /// The error that a body throws, as messages show it, or an empty text if it throws none.
    static func problem(of body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch {
            return "\(error)"
        }
    }
}
