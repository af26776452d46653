import Foundation
import Testing

@testable import DriftCore

/// Judges every fixture once for each mutant, and reports mutants that make no difference.
struct MutationTests {
    @Test func tellsWhichMutantsSurvive() async throws {
        let bounds = ProcessInfo.processInfo.environment["MUTANTS"]?.split(separator: "-").compactMap { Int($0) }
        let (first, count) = try (#require(bounds?.first), #require(bounds?.last))
        let sides = try FixtureCase.all(.fires) + FixtureCase.all(.silent)
        func outcome(_ number: Int) async -> [String] {
            Mutant.chosen = number
            var outcomes: [String] = []
            for side in sides {
                guard let judgement = try? await side.judgement() else {
                    outcomes.append("unreadable")
                    continue
                }
                let unknowns = judgement.coverage.unknowns.map(\.reason)
                outcomes.append(judgement.findings.map(\.goldenText).joined() + unknowns.joined(separator: "\n"))
            }
            return outcomes
        }
        let sound = await outcome(-1)
        for number in first..<count {
            // Printed first, because a mutant may end the process; the last line then names it.
            say("trying \(number)")
            if await outcome(number) == sound { say("survivor \(number)") }
        }
        say("tried all")
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data("\n\(line)\n".utf8)) }
}
