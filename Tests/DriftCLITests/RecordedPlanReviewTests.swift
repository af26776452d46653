import Foundation
import TestSupport
import Testing

/// The output of `flowdrift plan` for each plan recorded from terraform, without contracts and snapshots.
struct RecordedPlanReviewTests {
    private static let folder = Folders.package.appending(path: "Tests/Terraform")

    /// The recorded plans, by the name of their configuration under `cases/`.
    private static let cases = [
        "managed": ["renamed", "updated", "drifted", "refreshed", "targeted"],
        "created": ["created"], "replaced": ["replaced"], "destroyed": ["destroyed"], "moved": ["moved"],
        "modules": ["modules"], "instances": ["instances"], "lookups": ["lookups"], "unknowns": ["unknowns"],
        "state": ["state"], "actions": ["actions", "actions-changed"],
    ]

    private static let plans = cases.flatMap { name, plans in plans.map { (name, $0) } }.sorted { $0.1 < $1.1 }

    @Test(arguments: plans)
    func judgesWhatTerraformWrote(_ configuration: String, _ plan: String) async throws {
        let folder = try TemporaryFolder()
        let infra = URL(filePath: folder.path + "/infra")
        try FileManager.default.copyItem(at: Self.folder.appending(path: "cases/\(configuration)"), to: infra)
        try FileManager.default.copyItem(
            at: Self.folder.appending(path: "plans/\(plan).json"),
            to: URL(filePath: folder.path + "/plan.json")
        )
        if configuration == "managed" {
            // The changes to the configuration before each of its plans.
            let flow = try #require(folder.read("infra/flows/order.yaml"))
            try folder.write(flow.replacing("Order Status", with: "Order Information"), to: "infra/flows/order.yaml")
        }
        let run = await CommandRun("plan", "plan.json", "--environment", "prod", "--chdir", "infra", in: folder)
        let transcript = "\(run.transcript)exit status \(run.status)\n"
        try expectGolden(transcript, at: Self.folder.appending(path: "plans/\(plan).review.txt"))
    }

    @Test func leavesNoPlanOut() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path + "/plans")
        let plans = files.filter { $0.hasSuffix(".json") }.map { $0.replacing(".json", with: "") }
        #expect(plans.sorted() == Self.plans.map(\.1))
    }
}
