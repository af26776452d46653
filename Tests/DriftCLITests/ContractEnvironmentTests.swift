import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// A run never silently skips a contract with a misspelt environment.
struct ContractEnvironmentTests {
    /// A repository whose contract would break if it were judged.
    private func project(naming environments: String, settings: String? = nil) async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:", "environments:\n  \(environments)\nlaunch:")
        try project.edit("specs/order-status.yaml", "boolean", "string")
        if let settings { try project.folder.write("flowdrift: 1\nenvironments: \(settings)\n", to: "flowdrift.yaml") }
        return project
    }

    @Test(arguments: ["PROD:", "prdo:", "production:", "prod_: { id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21 }"])
    func reportsAMisspeltEnvironmentInEveryCommand(_ name: String) async throws {
        let project = try await project(naming: name)
        try project.folder.write(
            "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9.0\", \"resource_changes\": []}",
            to: "plan.json"
        )
        let named = ["--environment", "prod"]
        for words in [
            ["check"], ["check"] + named, ["gate"] + named, ["check", "--from", "exports"] + named,
            ["plan", "plan.json"] + named, ["waive"] + named,
        ] {
            let run = await CommandRun(words, in: project.folder.path)
            #expect(run.status == 2, "\(words): \(run.transcript)")
            let place = "specs/order-status.yaml:6:3: "
            #expect(run.transcript.contains(place), "\(words): \(run.transcript)")
            #expect(run.transcript.contains("did you mean 'prod'?"), "\(words): \(run.transcript)")
        }
    }

    @Test func countsNoOtherContractAsKnowingAnEnvironment() async throws {
        let project = try await project(naming: "prdo:")
        let other = Project.contract.replacing(
            "contract: order-status",
            with: "contract: other\nenvironments: { prdo: }"
        )
        try project.folder.write(other, to: "specs/other.yaml")
        let run = await project.run("gate", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.transcript.contains("specs/other.yaml:3:17"), "\(run.transcript)")
        #expect(run.transcript.contains("specs/order-status.yaml:6:3"), "\(run.transcript)")
    }

    @Test func reportsItWithEveryEnvironmentNamed() async throws {
        let project = try await project(naming: "prdo:")
        _ = await project.run("snapshot", "--from", "exports", "--environment", "test")
        let run = await project.run("gate", "--environment", "prod", "--environment", "test")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.transcript.contains("did you mean 'prod'?"))
    }

    @Test func takesAnEnvironmentOfTheSettingsThatHasNoSnapshotsYet() async throws {
        let project = try await project(naming: "stage:", settings: "{ prod: , stage: }")
        for words in [["check"], ["gate"], ["check", "--from", "exports"]] {
            let run = await CommandRun(words + ["--environment", "prod"], in: project.folder.path)
            #expect(!run.transcript.contains("Contract 'order-status' must hold"), "\(run.transcript)")
        }
        let all = await project.run("check")
        #expect(all.status == 2)
        #expect(all.transcript.contains("Environment 'stage' has no snapshots"))
        #expect(!all.transcript.contains("must hold"), "\(all.transcript)")
    }

    @Test func takesASnapshotsEnvironmentThatIsNotAskedFor() async throws {
        let project = try await project(naming: "test:")
        _ = await project.run("snapshot", "--from", "exports", "--environment", "test")
        let run = await project.run("check", "--environment", "prod")
        #expect(!run.transcript.contains("must hold"), "\(run.transcript)")
    }

    @Test func reportsAnEnvironmentWithSnapshotsThatTheSettingsLeaveOut() async throws {
        let project = try await project(naming: "prod:", settings: "{ test: }")
        _ = await project.run("snapshot", "--from", "exports", "--environment", "test")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.transcript.contains("'prod', which flowdrift.yaml does not list"), "\(run.transcript)")
    }

    /// With exports, a plan or a live org, an environment may be new unless it looks misspelt.
    @Test func saysWhichEnvironmentsMayBeNew() async throws {
        let project = try await project(naming: "stage:")
        try project.edit("specs/order-status.yaml", "  stage:", "  stage:\n  prod:\n  prod-eu:")
        try project.edit(
            "specs/order-status.yaml",
            "string\n    Flow.isUrgent: string",
            "string\n    Flow.isUrgent: boolean"
        )
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        for name in ["stage", "prod-eu"] {
            #expect(run.errors.contains("notice: specs/order-status.yaml: the environment '\(name)'"), "\(run.errors)")
        }
        let gate = await project.run("gate", "--environment", "prod")
        #expect(gate.status == 0, "\(gate.transcript)")
        #expect(gate.errors.contains("the environment 'stage'"), "\(gate.errors)")
        #expect(await project.run("check").status == 2)
    }

    /// A run on snapshots would skip a contract that is in none of its environments.
    @Test func reportsAContractOfNoKnownEnvironment() async throws {
        let project = try await project(naming: "stage:")
        for words in [["gate"], ["check"], ["waive"]] {
            let run = await CommandRun(words + ["--environment", "prod"], in: project.folder.path)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(
                run.transcript.contains("name one of these environments: prod; or list 'stage' under"),
                "\(run.transcript)"
            )
        }
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.errors.contains("the environment 'stage'"), "\(run.errors)")
    }
}
