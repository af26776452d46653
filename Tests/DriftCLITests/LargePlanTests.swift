import DriftCore
import Foundation
import TestSupport
import Testing

/// A plan of 400 resources in nested modules.
struct LargePlanTests {
    @Test func isJudgedWhole() async throws {
        let project = try LargePlanProject(seed: 7, areas: 4)
        let words = ["--from", "exports", "--environment", "prod"]
        #expect(await CommandRun(["snapshot"] + words, in: project.folder.path).status == 0)
        let plan = ["plan", "plan.json", "--environment", "prod", "--chdir", "infra"]
        let run = await CommandRun(plan, in: project.folder.path)
        #expect(run.status == 0, "\(run.output.suffix(2000))")
        #expect(run.output.contains("checked: "))
    }
}
