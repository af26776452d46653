import Foundation
import Testing

@testable import DriftCore

/// Judges every fixture once for each mutant, and tells which mutants make no difference.
struct MutationTests {
    @Test func tellsWhichMutantsSurvive() throws {
        let bounds = ProcessInfo.processInfo.environment["MUTANTS"]?.split(separator: "-").compactMap { Int($0) }
        let (first, count) = try (#require(bounds?.first), #require(bounds?.last))
        let sides = try FixtureCase.all(.fires) + FixtureCase.all(.silent)
        func outcome(_ number: Int) -> [String] {
            Mutant.chosen = number
            return sides.map { side in
                guard let judgement = try? side.judgement() else { return "unreadable" }
                let unknowns = judgement.coverage.unknowns.map(\.reason)
                return judgement.findings.map(\.goldenText).joined() + unknowns.joined(separator: "\n")
            }
        }
        let sound = outcome(-1)
        for number in first..<count {
            // Said at once: a mutant may end the process, and is noticed then.
            say("trying \(number)")
            if outcome(number) == sound { say("survivor \(number)") }
        }
        say("tried all")
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data("\n\(line)\n".utf8)) }
}
