public import Foundation

/// The program as the tests' own build left it, for what only a process of its own shows.
public enum BuiltProgram {
    /// `flowdrift`, beside the tests.
    public static let url = URL(filePath: ProcessInfo.processInfo.arguments[0])
        .deletingLastPathComponent().appending(path: "flowdrift")
}
