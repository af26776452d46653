import DriftCore
import Foundation
import TestSupport
import Testing

/// The reader's results for plans and states that terraform wrote earlier.
@Suite struct RecordedPlanTests {
    @Test(arguments: RecordedPlan.all)
    func readsWhatTerraformWrote(_ recorded: RecordedPlan) throws {
        let bytes = [UInt8](try Data(contentsOf: recorded.file))
        let plan = try TerraformReader(file: recorded.name).read(bytes)
        try expectGolden(PlanText(plan).text, at: recorded.golden)
    }

    @Test(arguments: RecordedPlan.all)
    func readsNoSecret(_ recorded: RecordedPlan) throws {
        let json = try String(contentsOf: recorded.file, encoding: .utf8)
        let plan = try TerraformReader(file: recorded.name).read(Array(json.utf8))
        #expect(!PlanText(plan).text.contains("hush") && !PlanText(plan).text.contains("secret"))
    }
}
