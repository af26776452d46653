import ArgumentParser
import DriftEngine
import Foundation

/// The options of a command that take one value; if one is given twice, the parser silently uses the second value.
struct RepeatedOptions {
    /// The spellings of each option: `--output` and `-o`.
    let names: [[String]]

    /// Reads the options from the parser's description of a command.
    init(of command: any ParsableCommand.Type) {
        struct Description: Decodable {
            var command: Command
        }
        struct Command: Decodable {
            var arguments: [Listed]?
        }
        struct Listed: Decodable {
            var kind: String
            var isRepeating: Bool
            var names: [Name]?
        }
        struct Name: Decodable {
            var kind: String
            var name: String

            var written: String { (kind == "long" ? "--" : "-") + name }
        }
        let description = try? JSONDecoder().decode(Description.self, from: Data(command._dumpHelp().utf8))
        let arguments = description?.command.arguments ?? []
        names = arguments.filter { $0.kind == "option" && !$0.isRepeating }.map { ($0.names ?? []).map(\.written) }
    }

    /// Throws ``RunFailure`` if `arguments`, the words after the program's name, give one of the options twice.
    static func refuse(in arguments: [String], of command: any ParsableCommand.Type) throws {
        let given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("-") }.map { $0.prefix { $0 != "=" } }
        // Usually no option is given twice. Then the description isn't read, which would take a few milliseconds.
        guard Set(given).count < given.count || given.contains(where: { $0.count == 2 }) else { return }
        for names in Self(of: command).names where given.count(where: { names.contains(String($0)) }) > 1 {
            throw RunFailure.badUsage("\(names.joined(separator: ", ")): given twice, but only one value is allowed")
        }
    }
}
