import TestSupport
import Testing

/// If a word of the command line is close to a known word, the error suggests the known word.
struct MisspellingTests {
    @Test(arguments: [
        (["chek"], "Unexpected argument 'chek'. Did you mean 'check'?"),
        (["snapshots"], "Did you mean 'snapshot'?"),
        (["check", "--report", "sarf"], "Did you mean 'sarif'?"),
        (["check", "--report", "jnit=drift.xml"], "Did you mean 'junit'?"),
        (["check", "--fail-on", "eror"], "Please provide one of 'note', 'warning' or 'error'. Did you mean 'error'?"),
        (["init", "--ci", "gitlb"], "Did you mean 'gitlab'?"),
        (["check", "--enviroment", "prod"], "Did you mean '--environment'?"),
    ])
    func asksForTheKnownWord(_ words: [String], _ question: String) async throws {
        let run = await CommandRun(words, in: try TemporaryFolder().path)
        #expect(run.status == 64)
        #expect(run.errors.contains(question), "\(run.errors)")
    }

    @Test(arguments: [["xyzzy"], ["check", "--report", "pdf"], ["check", "extra"]])
    func asksNothingWhereNoWordIsSimilar(_ words: [String]) async throws {
        let run = await CommandRun(words, in: try TemporaryFolder().path)
        #expect(run.status == 64)
        #expect(!run.errors.contains("Did you mean"), "\(run.errors)")
    }

    @Test func asksForTheFlowThatWasMeant() async throws {
        let run = try await Project.inSync().run("contract", "Order Statsu")
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean 'workflow/Order Status'?"))
    }
}
