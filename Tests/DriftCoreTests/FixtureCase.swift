import Foundation
import TestSupport
import Testing

@testable import DriftCore

/// One case of a rule's fixture: files on which it fires, or a look-alike on which no rule does.
struct FixtureCase: CustomTestStringConvertible {
    /// The rule's id, which is the folder's name.
    let rule: String

    /// Which of the two sides.
    let side: Side

    /// What the case shows besides the example, in its folder's name: `loopback` in `silent-loopback`; nil for the example.
    var words: String?

    /// The two sides of a fixture.
    enum Side: String, CaseIterable {
        case fires, silent
    }

    /// The folder that holds a folder for each rule.
    static let folder = Folders.package.appending(path: "Tests/DriftCoreTests/Fixtures")

    /// The environment in which every fixture is judged.
    static let environment = EnvironmentName("prod")

    /// The rules that have a folder, in order of id.
    static func rules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// One side of each rule's example, in order of id.
    static func examples(_ side: Side) throws -> [FixtureCase] {
        try rules().map { FixtureCase(rule: $0, side: side) }
    }

    /// Each case of one side, the example and what stands in folders such as `silent-loopback`, in order of rule and name.
    static func all(_ side: Side) throws -> [FixtureCase] {
        try examples(side).flatMap { example in
            let prefix = "\(side.rawValue)-"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: example.rule).path)
            let words = names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
            return [example] + words.map { FixtureCase(rule: example.rule, side: side, words: $0) }
        }
    }

    var testDescription: String { "\(rule)/\(name)" }

    /// The name of the folder.
    var name: String { [side.rawValue, words].compactMap(\.self).joined(separator: "-") }

    /// What should come of the case: `expected.txt` for what fires, `expected-silent-loopback.txt` for another case.
    ///
    /// A silent case has the file only where something is not known.
    var expectedFile: URL {
        Self.folder.appending(path: words == nil ? "\(rule)/expected.txt" : "\(rule)/expected-\(name).txt")
    }

    /// The names of the files, in order.
    func fileNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// What a file holds; nil where there is none of that name.
    func text(of file: String) -> String? {
        try? String(contentsOf: url.appending(path: file), encoding: .utf8)
    }

    private var url: URL { Self.folder.appending(path: "\(rule)/\(name)") }
}

extension FixtureCase {
    /// The request's file, which its own extension tells apart.
    var requestFile: String? {
        ["request.json", "request.sh", "action.custom.json"].first { text(of: $0) != nil }
    }

    /// Judges the files as a command does in one environment.
    ///
    /// - Parameter text: The text of the contract, or of the request where there is one; nil for the fixture's own.
    /// - Returns: What a verdict says of the rule's kind.
    /// - Throws: `ReadingError` where a file cannot be read.
    func judgement(of text: String? = nil) async throws -> Outcome {
        var texts: [String: String] = [:]
        for name in try fileNames() { texts[name] = self.text(of: name) }
        if let text { texts[requestFile ?? "contract.yaml"] = text }
        return try await FixtureRun(texts, rule: rule).outcome()
    }
}
