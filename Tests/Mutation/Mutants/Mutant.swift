import Foundation
import Synchronization
import Testing

/// Applies the chosen mutant, and records which mutants a run reaches.
public enum Mutant {
    /// The mutant that is tried; -1 for none.
    nonisolated(unsafe) public static var chosen = number(of: "MUTANT") ?? -1

    /// Whether ``reached`` is kept.
    nonisolated(unsafe) public static var isRecording = false

    private static let reachedNumbers = Mutex<Set<Int>>([])

    /// The mutants that were reached since the last call, while ``isRecording``.
    public static func takeReached() -> Set<Int> {
        reachedNumbers.withLock { reached in
            defer { reached = [] }
            return reached
        }
    }

    /// Negates a condition.
    public static func turn(_ number: Int, _ value: @autoclosure () -> Bool) -> Bool {
        isChosen(number) ? !value() : value()
    }

    /// Replaces a condition with a constant.
    public static func leave(_ number: Int, _ neutral: Bool, _ value: @autoclosure () -> Bool) -> Bool {
        isChosen(number) ? neutral : value()
    }

    /// Whether a mutant is the one that is tried.
    public static func isChosen(_ number: Int) -> Bool {
        if isRecording { reachedNumbers.withLock { _ = $0.insert(number) } }
        if let coverage, number >= coverage.first { coverage.add(number) }
        return chosen == number
    }

    private static let coverage = Coverage()

    fileprivate static func number(of variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }
}

/// Writes which mutants each test reaches, a line for each pair, to a file in the folder that `MUTANT_COVERAGE` names.
///
/// Each process has a file of its own, because a test may limit what the program can write.
private final class Coverage: Sendable {
    /// The first mutant that is recorded.
    let first = Mutant.number(of: "MUTANT_FIRST") ?? 0

    private let file: FileHandle
    private let known = Mutex<Set<String>>([])

    /// The test that started this process; a question mark for none.
    private let starter = ProcessInfo.processInfo.environment["MUTANT_TEST"] ?? "?"

    init?() {
        guard let folder = ProcessInfo.processInfo.environment["MUTANT_COVERAGE"] else { return nil }
        let path = "\(folder)/\(UUID())"
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { return nil }
        self.file = file
    }

    func add(_ number: Int) {
        let test = Test.current.map { String(describing: $0.id) } ?? starter
        let line = "\(number)\t\(test)\n"
        known.withLock { known in
            if known.insert(line).inserted { file.write(Data(line.utf8)) }
        }
    }
}
