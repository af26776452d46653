import SourceText
import Testing

@testable import DriftCore

/// The changes that launches make to a contract.
struct ContractUpdateTests {
    private func contract(_ body: String) throws -> Contract { try Sample.contract(body) }

    private func update(
        _ body: String,
        by launches: [PlacedLaunch],
        recordings: [String] = []
    ) throws -> ContractUpdate {
        let inputs = try LaunchedInputs(merging: launches, of: nil)
        return try ContractUpdate(of: contract(body), by: inputs, recordings: recordings)
    }

    private static let both = LaunchSample.launches(
        ["Flow.a": "string", "Flow.b": "integer"],
        ["Flow.a": "string"]
    )

    @Test func changesNothingThatLaunchesAgreeWith() throws {
        let body = "launch: { inputs: { Flow.a: string, Flow.b: { type: decimal, sent: sometimes } } }\n"
        let update = try update(body, by: Self.both)
        #expect(update.isEmpty && update.unsent.isEmpty)
    }

    @Test func addsWhatTheContractLacks() throws {
        let update = try update("launch: {}\n", by: Self.both, recordings: ["b.ndjson", "a.ndjson"])
        #expect(
            update.summary == [
                "added Flow.a: string, sent always", "added Flow.b: integer, sent sometimes",
                "added a.ndjson to recordings", "added b.ndjson to recordings",
            ]
        )
    }

    @Test func makesAnInputSometimesThatALaunchLacks() throws {
        let update = try update("launch: { inputs: { Flow.a: string, Flow.b: integer } }\n", by: Self.both)
        #expect(update.summary == ["Flow.b: sent sometimes, was always"])
    }

    @Test func makesNothingAlways() throws {
        let body = "launch: { inputs: { Flow.a: { type: string, sent: sometimes } } }\n"
        #expect(try update(body, by: LaunchSample.launches(["Flow.a": "string"])).isEmpty)
    }

    /// The contract's type, what a launch sends, and the new type or `nil` if the contract's stays.
    private static let types: [(String, String, String?)] = [
        ("string", "string", nil), ("dateTime", "string", nil), ("integer", "decimal", "decimal"),
        ("decimal", "integer", nil), ("string", "integer", "integer"), ("json", "object", nil),
        ("json", "string", nil), ("string", "object", "json"), ("string[]", "string", "string"),
        ("string", "string[]", "string[]"), ("string[]", "[]", nil), ("string[]", "mixed[]", "json"),
        ("integer[]", "decimal[]", "decimal[]"), ("cpx_x", "object", nil), ("currency", "decimal", nil),
        ("integer", "unknown", nil),
    ]

    @Test(arguments: types)
    func changesATypeThatTheValuesCannotHave(_ old: String, _ sent: String, _ new: String?) throws {
        let body = "launch: { inputs: { Flow.a: \"\(old)\" } }\n"
        let update = try update(body, by: LaunchSample.launches(["Flow.a": sent]))
        #expect(update.changed.map { $0.newType?.description } == (new.map { [$0] } ?? []))
    }

    @Test func keepsWhatNoLaunchSends() throws {
        let body = "launch: { inputs: { Flow.z: string, Flow.a: string, Flow.n: string } }\n"
        let update = try update(body, by: LaunchSample.launches(["Flow.a": "string", "Flow.n": "null"]))
        #expect(update.isEmpty)
        #expect(update.unsent.map(\.value) == ["Flow.z", "Flow.n"])
    }

    @Test func refusesWhatTheCodeNeverSends() throws {
        let body = "launch:\n  inputs:\n    Flow.a: { sent: never }\n"
        for name in ["Flow.a", "flow.A"] {
            let problem = LaunchSample.problem { _ = try update(body, by: LaunchSample.launches([name: "string"])) }
            #expect(
                problem.hasPrefix("contract.yaml:6:5: The contract says `sent: never` for input 'Flow.a'")
                    && problem.contains("the launch at a.ndjson:1:1 sends it"),
                "\(problem)"
            )
        }
        #expect(try update(body, by: LaunchSample.launches(["Flow.a": "null"])).isEmpty)
    }

    @Test func refusesAnotherLetterCase() throws {
        let body = "launch: { inputs: { Flow.caseID: string } }\n"
        let problem = LaunchSample.problem {
            _ = try update(body, by: LaunchSample.launches(["Flow.caseId": "string"]))
        }
        #expect(problem.contains("'Flow.caseID', but the launch at a.ndjson:1:1 sends 'Flow.caseId'"), "\(problem)")
    }

    @Test(arguments: ["string", "integer", "boolean", "object", "object[]", "mixed[]", "[]", "unknown"])
    func keepsTheTypeOfAnInputWithASchema(_ sent: String) throws {
        let body = "launch: { inputs: { Flow.a: { type: json, schema: a.json } } }\n"
        #expect(try update(body, by: LaunchSample.launches(["Flow.a": sent])).isEmpty)
    }

    @Test func leavesTheInputsToASchema() throws {
        let body = "launch: { schema: s.json, inputs: { Flow.n: { sent: never } } }\n"
        let update = try update(body, by: Self.both, recordings: ["a.ndjson"])
        #expect(update.summary == ["added a.ndjson to recordings"])
        let problem = LaunchSample.problem {
            _ = try self.update(body, by: LaunchSample.launches(["Flow.n": "string"]))
        }
        #expect(problem.contains("`sent: never`"), "\(problem)")
    }

    @Test func leavesOutWhatIsOnlyAPlaceholder() throws {
        let launches = LaunchSample.launches(["Flow.a": "unknown"], [:])
        #expect(try update("launch: {}\n", by: launches).isEmpty)
        let update = try update("launch: { inputs: { Flow.a: string } }\n", by: launches)
        #expect(update.summary == ["Flow.a: sent sometimes, was always"])
    }
}
