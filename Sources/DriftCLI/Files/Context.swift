import DriftCore
import DriftReports
import Foundation
import GenesysCloud

/// The execution environment of a command: working directory, variables, time, input and output.
///
/// Each test makes its own context, so that several tests can run commands in one process at the same time.
public struct Context: Sendable {
    var workingFolder: String
    var variables: [String: String]

    /// The words of the command line after the program's name, or empty if a test runs the command.
    var command: [String] = []

    var isTerminal: Bool

    /// Whether standard error is a terminal, which shows progress.
    var isErrorTerminal: Bool

    /// The columns of the terminal on standard output, or `nil` if unknown.
    var terminalColumns: Int?

    /// The present moment, the only clock that a verdict depends on.
    var now: @Sendable () -> Date = { Date() }

    /// The clock for waiting for an org: pauses, deadlines and the rate limit.
    var clock = PlatformClock.system

    /// Writes to standard output, which is for findings.
    var print: @Sendable (String) -> Void

    /// Writes to standard error, which is for everything else.
    var printError: @Sendable (String) -> Void

    /// Reads all of standard input, which messages call `name`; throws if it can't be read, for instance if it's a
    /// folder.
    var readInput: @Sendable (_ name: String) throws(ReadingError) -> [UInt8] = { _ in [] }

    /// After how many seconds a request of git to another repository is stopped.
    var gitPatience = 60.0

    /// A random number from 0 to 1, so that several runs don't retry requests to an org at the same time.
    var chance: @Sendable () -> Double = { Double.random(in: 0...1) }

    /// The folders that files are read from, or `nil` for no limit.
    var confinement: Confinement?

    /// The present day, in UTC.
    var today: Day { Day(secondsSince1970: Int(now().timeIntervalSince1970.rounded(.down))) }

    /// Whether to use colours: on a terminal or with FORCE_COLOR, but never with NO_COLOR.
    var usesColor: Bool {
        guard (variables["NO_COLOR"] ?? "").isEmpty else { return false }
        if let forced = variables["FORCE_COLOR"], !forced.isEmpty { return forced != "0" }
        return isTerminal && variables["TERM"] != "dumb"
    }

    /// The style of text for people; piped text isn't wrapped, so that programs needn't join lines.
    var style: TextStyle {
        let columns = variables["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? terminalColumns
        return TextStyle(usesColor: usesColor, width: isTerminal ? columns : nil)
    }

    /// The folder for what a later run can use again: `flowdrift` in XDG_CACHE_HOME, or else in `~/.cache`.
    var cacheFolder: String {
        let home = variables["HOME"] ?? workingFolder
        let cache = variables["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.cache"
        return cache + "/flowdrift"
    }

    /// The same environment, but files are only read from the repository and from paths on the command line.
    func confined(to places: NamedPlaces) -> Context {
        var context = self
        context.confinement = Confinement(places, in: self)
        return context
    }

    /// The absolute form of a user's path, which the system can open.
    func path(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "/") ? text : workingFolder + "/" + text
    }

    /// A path in its usual form: without `.`, and relative to the working folder if it is inside.
    ///
    /// So `./specs`, `specs/` and the folder's absolute path are equal. A path with `..` stays as it is, because only
    /// the system knows where it leads.
    func shortest(_ path: String) -> String {
        guard !path.split(separator: "/").contains("..") else { return path }
        let (whole, home) = (FilePath(self.path(path)).text, FilePath(workingFolder).text)
        if whole == home { return "." }
        return whole.hasPrefix(home + "/") ? String(whole.dropFirst(home.count + 1)) : whole
    }
}
