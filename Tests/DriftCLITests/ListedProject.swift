import Foundation
import TestSupport

/// An org of two workflows as exports with listings; there is a contract for each, and a trigger starts the second.
struct ListedProject {
    let project: Project

    static let snapshot = ["snapshot", "--from", "exports", "--environment", "prod"]

    private static let survey = """
        workflow:
          name: Visit Survey
          division: Home
          variables:
            - stringVariable: { name: Flow.conversationId, initialValue: { noValue: true }, isInput: true, isOutput: false }
          states:
            - state: { name: Ask, actions: [{ callData: { inputs: { id: { exp: Flow.conversationId } } } }] }

        """

    private static let surveyContract = """
        flowdrift: 1
        contract: visit-survey
        owner: team-visits
        flow: workflow/Visit Survey
        triggers:
          - name: Ended
            topic: "v2.detail.events.conversation.{id}.customer.end"
            dataFormat: TopLevelPrimitives
            enabled: true

        """

    static let flows = """
        {"entities": [
          {"id": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "name": "Order Status", "type": "WORKFLOW", "active": true,
           "publishedVersion": {"id": "3.0"}},
          {"id": "b1c7e6d0-98f3-4c54-8a6d-1de3b0c7f4e2", "name": "Visit Survey", "type": "WORKFLOW", "active": true,
           "publishedVersion": {"id": "5.0"}}]}
        """

    /// The listing of triggers, with the given settings of its only trigger.
    static func triggers(
        topic: String = "v2.detail.events.conversation.{id}.customer.end",
        format: String = "TopLevelPrimitives",
        enabled: Bool = true
    ) -> String {
        """
        {"entities": [{"id": "61c1f7a2-8a67-4a1f-9a0e-6d2f4b8c1a55", "name": "Ended", "topicName": "\(topic)",
          "enabled": \(enabled), "matchCriteria": [], "target": {"type": "Workflow",
          "id": "b1c7e6d0-98f3-4c54-8a6d-1de3b0c7f4e2", "workflowTargetSettings": {"dataFormat": "\(format)"}}}]}
        """
    }

    init() throws {
        project = Project(folder: try TemporaryFolder())
        let files = [
            ("exports/status.yaml", Project.export), ("exports/survey.yaml", Self.survey),
            ("exports/flows.json", Self.flows), ("exports/triggers.json", Self.triggers()),
            ("specs/order-status.yaml", Project.contract.appending(Self.id)),
            ("specs/visit-survey.yaml", Self.surveyContract),
        ]
        for (file, text) in files { try project.folder.write(text, to: file) }
    }

    private static let id = "environments: { prod: { id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21 } }\n"

    static func withSnapshots() async throws -> ListedProject {
        let listed = try ListedProject()
        let run = await CommandRun(snapshot, in: listed.project.folder.path)
        precondition(run.status == 0, run.transcript)
        let check = await listed.project.run("check")
        precondition(check.status == 0, check.transcript)
        return listed
    }

    func write(_ text: String, to file: String) throws { try project.folder.write(text, to: file) }

    func remove(_ file: String) throws { try project.folder.remove(file) }

    /// Reads a file, which is empty if it doesn't exist.
    func read(_ file: String) -> String { project.folder.read(file) ?? "" }

    func snapshot() async -> CommandRun { await CommandRun(Self.snapshot, in: project.folder.path) }

    func run(_ arguments: String...) async -> CommandRun { await CommandRun(arguments, in: project.folder.path) }
}
