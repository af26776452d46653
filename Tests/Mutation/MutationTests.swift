import Foundation
import Testing

@testable import DriftCore

/// Judges every fixture once for each mutant, and tells which mutants make no difference.
struct MutationTests {
    @Test func tellsWhichMutantsSurvive() throws {
        let count = try #require(ProcessInfo.processInfo.environment["MUTANTS"].flatMap { Int($0) })
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
        for number in 0..<count where outcome(number) == sound { print("survivor \(number)") }
    }
}
