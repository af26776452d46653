import Foundation
import Mutants
import Testing

@testable import DriftCore

/// Judges fixtures once for each mutant of a rule that they reach, and reports mutants that make no difference.
struct MutationTests {
    @Test func tellsWhichMutantsSurvive() async throws {
        let bounds = ProcessInfo.processInfo.environment["MUTANTS"]?.split(separator: "-").compactMap { Int($0) }
        let (first, count) = try (#require(bounds?.first), #require(bounds?.last))
        var sound: [(side: FixtureCase, outcome: String, reached: Set<Int>)] = []
        Mutant.isRecording = true
        for side in try FixtureCase.all(.fires) + FixtureCase.all(.silent) {
            let outcome = await outcome(of: side)
            sound.append((side, outcome, Mutant.takeReached()))
        }
        Mutant.isRecording = false
        for number in first..<count {
            // Printed first, because a mutant may end the process; the last line then names it.
            say("trying \(number)")
            Mutant.chosen = number
            var isNoticed = false
            for (side, outcome, reached) in sound where !isNoticed && reached.contains(number) {
                isNoticed = await self.outcome(of: side) != outcome
            }
            if !isNoticed { say("survivor \(number)") }
        }
        say("tried all")
    }

    private func outcome(of side: FixtureCase) async -> String {
        guard let judgement = try? await side.judgement() else { return "unreadable" }
        let unknowns = judgement.coverage.unknowns.map(\.reason)
        return judgement.findings.map(\.goldenText).joined() + unknowns.joined(separator: "\n")
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data("\n\(line)\n".utf8)) }
}
