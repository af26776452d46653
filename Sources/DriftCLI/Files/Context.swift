import DriftCore
import DriftReports
import Foundation
import GenesysCloud

/// The world as a command sees it: what it may read of its surroundings, and where it writes.
///
/// Tests hand in their own, and so run whole commands in one process, several at once.
public struct Context: Sendable {
    /// The folder that relative paths start from.
    var workingFolder: String

    /// The environment's variables.
    var variables: [String: String]

    /// Whether standard output is a terminal.
    var isTerminal: Bool

    /// Whether standard error is a terminal, where progress is shown.
    var isErrorTerminal: Bool

    /// The columns of the terminal that standard output is; nil where that is not known.
    var terminalColumns: Int?

    /// The present moment; the only clock that a verdict depends on.
    var now: @Sendable () -> Date = { Date() }

    /// The time that waits for an org go by: pauses, deadlines and the rate limit.
    var clock = PlatformClock.system

    /// Writes to standard output; findings go here.
    var print: @Sendable (String) -> Void

    /// Writes to standard error; everything else goes here.
    var printError: @Sendable (String) -> Void

    /// Reads all of standard input, which messages give a name; throws where it cannot be read, such as a folder.
    var readInput: @Sendable (_ name: String) throws(ReadingError) -> [UInt8] = { _ in [] }

    /// A number from 0 to 1, another one each time; it keeps several runs from coming back to an org at once.
    var chance: @Sendable () -> Double = { Double.random(in: 0...1) }

    /// The folders that files are read from; `nil` reads from everywhere.
    var confinement: Confinement?

    /// The present day, in UTC.
    var today: Day { Day(secondsSince1970: Int(now().timeIntervalSince1970.rounded(.down))) }

    /// Whether colours are wanted: on a terminal, and never with NO_COLOR.
    var usesColor: Bool {
        isTerminal && (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
    }

    /// How text for people looks: as is where it is piped, so that no program has to put broken lines together.
    var style: TextStyle {
        let columns = variables["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? terminalColumns
        return TextStyle(usesColor: usesColor, width: isTerminal ? columns : nil)
    }

    /// The same environment, in which files are only read from the repository and from what the command line names.
    func confined(to places: NamedPlaces) -> Context {
        var context = self
        context.confinement = Confinement(places, in: self)
        return context
    }

    /// A path of the user's as one that the system can open.
    func path(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "/") ? text : workingFolder + "/" + text
    }

    /// A path as it is mostly written: without `.`, and relative to the working folder if it is inside.
    ///
    /// So `./specs`, `specs/` and the whole path of that folder are one text. Where `..` leads, only the system can tell.
    func shortest(_ path: String) -> String {
        guard !path.split(separator: "/").contains("..") else { return path }
        let (whole, home) = (FilePath(self.path(path)).text, FilePath(workingFolder).text)
        if whole == home { return "." }
        return whole.hasPrefix(home + "/") ? String(whole.dropFirst(home.count + 1)) : whole
    }
}
