import DriftCore
import TestSupport
import Testing

/// A plan of 2,000 resources in nested modules.
@Suite(.serialized) struct LargePlanTests {
    @Test func isJudgedInTheTimeOfReadingIt() async throws {
        let project = try LargePlanProject(seed: 7)
        let words = ["--from", "exports", "--environment", "prod"]
        #expect(await CommandRun(["snapshot"] + words, in: project.folder.path).status == 0)
        let clock = ContinuousClock()
        // The best of some runs: what else the machine does is nobody's time.
        var (reading, whole) = (Duration.seconds(3600), Duration.seconds(3600))
        for _ in 0..<3 {
            reading = min(reading, try clock.measure { try read(project) })
            let start = clock.now
            let run = await CommandRun(
                ["plan", "plan.json", "--environment", "prod", "--chdir", "infra"],
                in: project.folder.path
            )
            whole = min(whole, clock.now - start)
            #expect(run.status == 0, "\(run.output.suffix(2000))")
            #expect(run.output.contains("checked: "))
        }
        print("2,000 resources: read in \(reading), read and judged in \(whole)")
        #expect(whole <= reading * 2)
    }

    /// Reads the plan and its flows' files, one after the other.
    private func read(_ project: LargePlanProject) throws {
        let plan = try TerraformReader(file: "plan.json").read(Array(project.plan.utf8))
        try #require(plan.flows.count + plan.triggers.count == 2000)
        for (path, text) in project.files { _ = try FlowFileReader().read(Array(text.utf8), file: path) }
    }
}
