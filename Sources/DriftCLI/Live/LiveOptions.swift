import ArgumentParser
import DriftCore
import Foundation
import GenesysCloud

/// The options of every command that reads a live org; secrets are never among them.
struct LiveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The org's region, as AWS names it or by its domain.", valueName: "region"),
        completion: .list(Region.known.map(\.name))
    )
    var region: String?

    @Option(help: ArgumentHelp("A gateway or a stand-in instead of the region's own API.", valueName: "URL"))
    var host: String?

    @Option(help: ArgumentHelp("A profile of ~/.gc/config.toml.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "How long one request is tried, in seconds; waits for the rate limit not counted.",
            valueName: "seconds"
        )
    )
    var timeout = 600

    @Option(
        help: ArgumentHelp("Keep the exchange with the org in a file, without secrets.", valueName: "file"),
        completion: .file()
    )
    var record: String?

    @Option(
        help: ArgumentHelp("Answer from a recording instead of the org.", valueName: "file"),
        completion: .file()
    )
    var replay: String?

    @Flag(help: "Believe an org that lists no flow, or no trigger, although snapshots have some.")
    var allowEmpty = false

    @Flag(help: "Read no flow whose version the index has; an edit of snapshot and index then goes unseen.")
    var trustIndex = false

    @Flag(help: "Read every flow of the org anew, whatever the index has.")
    var full = false

    /// Which flows are read again although the index says that nothing changed.
    var rereading: LiveRequest.Rereading { full ? .all : trustIndex ? .none : .reliedOn }

    func validate() throws {
        guard !trustIndex || !full else { throw ValidationError("--trust-index and --full exclude each other") }
        guard record == nil || replay == nil else { throw ValidationError("--record and --replay exclude each other") }
        guard timeout > 0 else { throw ValidationError("--timeout takes seconds, 1 or more") }
    }

    var files: [String?] { [record, replay] }

    /// The names of the options that were given, for errors about options that need a live org.
    var given: [String] {
        givenOfOneOrg + [trustIndex ? "--trust-index" : nil, full ? "--full" : nil].compactMap(\.self)
    }

    /// The names of those that apply to one org only.
    var givenOfOneOrg: [String] {
        [
            region.map { _ in "--region" }, host.map { _ in "--host" }, profile.map { _ in "--profile" },
            record.map { _ in "--record" }, replay.map { _ in "--replay" }, allowEmpty ? "--allow-empty" : nil,
        ].compactMap(\.self)
    }
}
