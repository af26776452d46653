import Foundation
import SourceText
import TestSupport
import Testing

/// A run also verifies the files next to the snapshots, so that editing or deleting one never hides drift.
struct SnapshotIntegrityTests {
    private static let (index, triggers, topics) = (
        "snapshots/prod/index.yaml", "snapshots/prod/triggers.yaml", "snapshots/prod/topics.yaml"
    )

    private static func trigger(_ name: String, _ number: Int, target: String) -> String {
        """
        { "id": "0000000\(number)-2b6d-4d5c-8c34-7c1d2f9e6a10", "name": "\(name)", "enabled": false,
          "topicName": "v2.detail.events.conversation.{id}.customer.end",
          "target": { "type": "Workflow", "id": "\(target)", "workflowTargetSettings": { "dataFormat": "Json" } } }
        """
    }

    /// A project whose org has a trigger of a flow that doesn't exist.
    private static func withTriggers() async throws -> Project {
        let project = try await Project.inSync()
        let stray = trigger("Ended", 1, target: "99999999-2b6d-4d5c-8c34-7c1d2f9e6a10")
        let own = trigger("Begun", 2, target: "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10")
        try project.folder.write("{ \"entities\": [\(stray), \(own)] }", to: "exports/triggers.json")
        let flow =
            #"{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "WORKFLOW", "name": "Order Status", "active": true, "publishedVersion": { "id": "1.0" } }"#
        try project.folder.write("{ \"entities\": [\(flow)] }", to: "exports/flows.json")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(run.status == 0, "\(run.transcript)")
        return project
    }

    /// The index as earlier versions wrote it.
    private static func age(_ project: Project) throws {
        try project.folder.ageIndex(hasDigests: false)
    }

    @Test func hasTheDigestOfWhatIsBesideTheSnapshots() async throws {
        let project = try await Self.withTriggers()
        let text = try #require(project.folder.read("snapshots/prod/index/triggers.yaml"))
        #expect(text.contains(/entry: \{ file: triggers.yaml, digest: "?[0-9a-f]{16}"? \}\n/), "\(text)")
    }

    @Test(arguments: [true, false], ["deleted", "emptied", "cut"])
    func believesNoEditedTriggers(isOld: Bool, _ edit: String) async throws {
        let project = try await Self.withTriggers()
        if isOld { try Self.age(project) }
        switch edit {
        case "deleted": try project.folder.remove(Self.triggers)
        case "emptied":
            try project.folder.write(
                "# Written by flowdrift snapshot. Do not edit.\nflowdrift: 1\ntriggers: []\n",
                to: Self.triggers
            )
        default: try project.edit(Self.triggers, "name: Ended", "name: Other")
        }
        for arguments in [
            ["check"], ["gate", "--environment", "prod"],
            ["check", "--from", "exports/order-status.yaml", "--environment", "prod"],
        ] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status != 0, "\(arguments) \(run.transcript)")
            #expect(!run.output.contains("in sync: no findings"))
        }
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        let problem =
            edit == "deleted"
            ? "The index lists this file, but the file does not exist" : "The file was changed after flowdrift wrote it"
        #expect(
            run.errors.contains(isOld ? "Trigger 'Ended' is in the index, but neither" : "triggers.yaml: \(problem)"),
            "\(run.errors)"
        )
        #expect(run.errors.contains("take the snapshots of the org again with `flowdrift snapshot`"))
    }

    @Test func readsAnIndexFromBeforeThereWereDigests() async throws {
        let project = try await Project.inSync()
        try Self.age(project)
        #expect(await project.run("check").status == 0)
        let check = await project.run("snapshot", "--from", "exports", "--environment", "prod", "--check")
        #expect(check.status == 0)
        #expect(check.output.contains("no interface changed"))
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(try #require(project.folder.read(Self.index)).hasSuffix("flows: index\n"))
    }

    @Test func makesNoGoodFileOfAnEditedOne() async throws {
        let project = try await Self.withTriggers()
        try project.folder.remove("exports/triggers.json")
        try project.folder.remove(Self.triggers)
        // These exports have no triggers, so they can't show what the file held.
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(await project.run("check").status == 2)
    }

    @Test func mendsAnEditedFileFromASourceThatKnowsTriggers() async throws {
        let project = try await Self.withTriggers()
        let before = try project.folder.tree()
        try project.folder.remove(Self.triggers)
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(try project.folder.tree() == before)
    }

    @Test(arguments: [
        ("added", "The file is not in the index"), ("edited", "The file was changed after flowdrift wrote it"),
        ("deleted", "The index lists this file, but the file does not exist"),
    ])
    func believesNoEditedTopics(_ edit: String, _ problem: String) async throws {
        let project = try await Project.inSync()
        let text = """
            # Written by flowdrift snapshot. Do not edit.
            flowdrift: 1
            source: { name: eu-west-1 }
            topics:
              "v2.detail.events.conversation.{id}.acw":
                conversationId: string

            """
        try project.folder.write(text, to: Self.topics)
        if edit != "added" {
            // A snapshot over an old index accepts the file as it is.
            try Self.age(project)
            #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
            #expect(await project.run("check").status == 0)
            if edit == "edited" {
                try project.edit(Self.topics, "conversationId", "orderNumber")
            } else {
                try project.folder.remove(Self.topics)
            }
        }
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("snapshots/prod/topics.yaml: \(problem)"), "\(run.errors)")
    }

    @Test func takesCarriageReturnsForNoEdit() async throws {
        let project = try await Self.withTriggers()
        let before = await project.run("check")
        let text = try #require(project.folder.read(Self.triggers))
        try project.folder.write(text.replacing("\n", with: "\r\n"), to: Self.triggers)
        #expect(await project.run("check").transcript == before.transcript)
    }
}
