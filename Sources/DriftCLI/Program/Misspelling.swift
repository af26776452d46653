import ArgumentParser
import DriftReports
import SourceText

/// A word of the command line that is similar to a word that the program knows.
struct Misspelling {
    /// The question to add to the error, such as `Did you mean 'check'?`.
    let question: String

    /// Finds the known word that the user probably meant, by the misspelt word in the argument parser's error.
    ///
    /// The result is `nil` if the parser's message has such a question already, or if no known word is similar.
    ///
    /// - Parameters:
    ///   - error: The parser's message, of which the first line says what is wrong.
    ///   - commands: The names of the commands.
    init?(in error: String, commands: [String]) {
        let line = error.prefix { $0 != "\n" }
        let quoted = line.matches(of: /'([^']*)'/).map { String($0.1) }
        guard !line.contains("Did you mean"), let word = quoted.first else { return nil }
        let known: [String]
        if line.contains("Unexpected argument") {
            known = commands
        } else if line.contains("is invalid for '--report") {
            known = ReportFormat.allCases.map(\.rawValue)
        } else {
            // `Please provide one of 'note', 'warning' or 'error'.`
            known = line.contains("is invalid for") ? Array(quoted.dropFirst(2)) : []
        }
        let wanted = word.prefix { $0 != "=" }
        guard let near = NearName.best(for: String(wanted), among: known) else { return nil }
        question = "Did you mean '\(near)'?"
    }

    /// The error with the question at the end of its first line.
    func added(to error: String) -> String {
        let line = error.prefix { $0 != "\n" }
        return line + (line.hasSuffix(".") ? " " : ". ") + question + error[line.endIndex...]
    }
}
