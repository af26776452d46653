import DriftCore
import Foundation
import TestSupport
import Testing

/// The reader's results for plans and states that the installed terraform writes for our own configurations.
@Suite(.enabled("terraform, Python or the package 'tf' is missing") { await Terraform.isReady() })
struct TerraformRunTests {
    @Test(arguments: TerraformCase.all)
    func readsWhatTerraformWrites(_ example: TerraformCase) async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        let source = Folders.package.appending(path: "Tests/Terraform/cases/\(example.name)")
        try FileManager.default.copyItem(at: source, to: URL(filePath: folder.path))
        try await Terraform.serving(folder.path) { terraform in
            try await terraform.run(["get"], in: folder.path)
            for step in example.steps {
                let json = try await take(step, in: folder, with: terraform)
                guard let name = step.kept, let json else { continue }
                let recorded = RecordedPlan(name: name)
                let text = PlanText(try TerraformReader(file: name).read(Array(json.utf8))).text
                try record(json, in: recorded, isRead: text)
                try expectGolden(text, at: recorded.golden)
            }
        }
    }

    /// Takes one step, and returns what it saves as JSON.
    private func take(
        _ step: TerraformCase.Step,
        in folder: TemporaryFolder,
        with terraform: Terraform
    ) async throws -> String? {
        switch step {
        case .apply(let options):
            try await terraform.run(["apply", "-auto-approve", "-no-color"] + options, in: folder.path)
            return nil
        case .edit(let file, let old, let new):
            let text = try #require(folder.read(file))
            try #require(text.contains(old), "'\(old)' is not in \(file)")
            try folder.write(text.replacing(old, with: new), to: file)
            return nil
        case .plan(_, let options):
            try await terraform.run(["plan", "-no-color", "-out=made.plan"] + options, in: folder.path)
            return try await terraform.run(["show", "-json", "made.plan"], in: folder.path)
        case .state:
            return try await terraform.run(["show", "-json"], in: folder.path)
        }
    }

    /// Saves terraform's output for the tests that run without it, except the time of day.
    ///
    /// Terraform sorts some lists randomly, so an output with the same meaning doesn't replace the saved one.
    private func record(_ json: String, in recorded: RecordedPlan, isRead text: String) throws {
        guard ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil else { return }
        let isKept = FileManager.default.fileExists(atPath: recorded.file.path)
        if isKept, try String(contentsOf: recorded.golden, encoding: .utf8) == text { return }
        let timeless = json.replacing(#/"timestamp":"[^"]*"/#, with: #""timestamp":"2026-01-01T00:00:00Z""#)
        try expectGolden(timeless, at: recorded.file)
    }
}
