import ArgumentParser
import DriftCore
import Foundation
import GenesysCloud

/// The options of every command that reads a live org; no option takes a secret.
struct LiveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The org's region: its AWS name or its domain.", valueName: "region"),
        completion: .list(Region.known.map(\.name))
    )
    var region: String?

    @Option(
        help: ArgumentHelp("The URL of a gateway or a stand-in to use instead of the region's API.", valueName: "URL")
    )
    var host: String?

    @Option(help: ArgumentHelp("The profile to use from ~/.gc/config.toml.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "The time for one request with its retries, in seconds; waits for the rate limit don't count.",
            valueName: "seconds"
        )
    )
    var timeout = 600

    @Option(
        help: ArgumentHelp(
            "Record the requests to the org and its answers in a file, without secrets.",
            valueName: "file"
        ),
        completion: .file()
    )
    var record: String?

    @Option(
        help: ArgumentHelp("Replay a recording instead of asking the org.", valueName: "file"),
        completion: .file()
    )
    var replay: String?

    @Flag(help: "Accept that the org lists no flow, or no trigger, although snapshots have some.")
    var allowEmpty = false

    @Flag(help: "Skip flows whose version is in the index; edits of both a snapshot and the index then go unnoticed.")
    var trustIndex = false

    @Flag(help: "Read every flow of the org again, even if its version is in the index.")
    var full = false

    /// Which flows are read again even if the index says that they haven't changed.
    var rereading: LiveRequest.Rereading { full ? .all : trustIndex ? .none : .reliedOn }

    func validate() throws {
        guard !trustIndex || !full else { throw ValidationError("--trust-index and --full can't be used together") }
        guard record == nil || replay == nil else {
            throw ValidationError("--record and --replay can't be used together")
        }
        guard timeout > 0 else { throw ValidationError("--timeout: write a number of seconds, 1 or more") }
    }

    var files: [String?] { [record, replay] }

    /// The names of the options that were given, for errors about options that need a live org.
    var given: [String] {
        givenOfOneOrg + [trustIndex ? "--trust-index" : nil, full ? "--full" : nil].compactMap(\.self)
    }

    /// The names of the given options that apply to one org only.
    var givenOfOneOrg: [String] {
        [
            region.map { _ in "--region" }, host.map { _ in "--host" }, profile.map { _ in "--profile" },
            record.map { _ in "--record" }, replay.map { _ in "--replay" }, allowEmpty ? "--allow-empty" : nil,
        ].compactMap(\.self)
    }
}
