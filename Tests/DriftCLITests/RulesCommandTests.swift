import DriftCore
import TestSupport
import Testing

struct RulesCommandTests {
    @Test func listsEveryRuleInALineOfItsOwn() async throws {
        let run = await CommandRun("rules", in: try TemporaryFolder())
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == DriftRule.all.count)
    }

    @Test func suggestsTheRuleThatWasMeant() async throws {
        let run = await CommandRun("rules", "input-undeclred", in: try TemporaryFolder())
        #expect(run.status == 64)
        #expect(run.errors == "error: there is no rule 'input-undeclred'; did you mean 'input-undeclared'?\n")
    }

    @Test func showsHelpAndVersionOnStandardOutput() async throws {
        let folder = try TemporaryFolder()
        #expect(await CommandRun("--help", in: folder).output.contains("SUBCOMMANDS"))
        #expect(await CommandRun("--help", in: folder).status == 0)
        #expect(await CommandRun("help", "check", in: folder).output.contains("--fail-on"))
        #expect(await CommandRun("--version", in: folder).output == "0.1.0\n")
    }
}
