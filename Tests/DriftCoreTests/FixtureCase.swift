import Foundation
import TestSupport
import Testing

@testable import DriftCore

/// One case of a rule's fixture: files on which it fires, or similar files on which no rule does.
struct FixtureCase: CustomTestStringConvertible {
    /// The rule's id, which is the folder's name.
    let rule: String

    let side: Side

    /// What a further case shows, from its folder's name (`loopback` in `silent-loopback`), or `nil` for the rule's
    /// example.
    var words: String?

    enum Side: String, CaseIterable {
        case fires, silent
    }

    /// The folder with a folder for each rule.
    static let folder = Folders.package.appending(path: "Tests/DriftCoreTests/Fixtures")

    static let environment = EnvironmentName("prod")

    /// The rules that have a folder, in order of id.
    static func rules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// One side of each rule's example, in order of id.
    static func examples(_ side: Side) throws -> [FixtureCase] {
        try rules().map { FixtureCase(rule: $0, side: side) }
    }

    /// All cases of one side, including those in folders such as `silent-loopback`, in order of rule and name.
    static func all(_ side: Side) throws -> [FixtureCase] {
        try examples(side).flatMap { example in
            let prefix = "\(side.rawValue)-"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: example.rule).path)
            let words = names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
            return [example] + words.map { FixtureCase(rule: example.rule, side: side, words: $0) }
        }
    }

    var testDescription: String { "\(rule)/\(name)" }

    var name: String { [side.rawValue, words].compactMap(\.self).joined(separator: "-") }

    /// The expected result: `expected.txt` for an example that fires, or `expected-silent-loopback.txt` for another
    /// case.
    ///
    /// A silent case only has the file if something is unknown.
    var expectedFile: URL {
        Self.folder.appending(path: words == nil ? "\(rule)/expected.txt" : "\(rule)/expected-\(name).txt")
    }

    func fileNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The content of a file, or `nil` if it doesn't exist.
    func text(of file: String) -> String? {
        try? String(contentsOf: url.appending(path: file), encoding: .utf8)
    }

    private var url: URL { Self.folder.appending(path: "\(rule)/\(name)") }
}

extension FixtureCase {
    /// The file of the request, which its name identifies.
    var requestFile: String? {
        ["request.json", "request.sh", "action.custom.json"].first { text(of: $0) != nil }
    }

    /// Judges the files as a command does in one environment, and returns the results of the rule's kind.
    ///
    /// `text` replaces the text of the request, or of the contract if there is no request.
    func judgement(of text: String? = nil) async throws -> Outcome {
        var texts: [String: String] = [:]
        for name in try fileNames() { texts[name] = self.text(of: name) }
        if let text { texts[requestFile ?? "contract.yaml"] = text }
        return try await FixtureRun(texts, rule: rule).outcome()
    }
}
