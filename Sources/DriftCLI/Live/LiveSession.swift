import DriftCore
import DriftEngine
import DriftReports
import Foundation
import GenesysCloud

/// A session with a live org, and its recording.
struct LiveSession: OrgSession {
    let org: LiveOrg

    private let options: LiveOptions
    private let context: Context
    private let recorder: RecordingTransport?
    private let interrupted: InterruptedRun?

    /// Finds out how to reach an environment's org; the settings may name its region and the variables for credentials.
    ///
    /// - Throws: ``ReadingError`` if the region, the credentials or the recording to replay can't be found or read.
    init(of environment: EnvironmentName?, options: LiveOptions, settings: Settings, context: Context) throws {
        self.options = options
        self.context = context
        let reader = FileReader(context: context)
        if let file = options.replay {
            let text = String(decoding: try reader.bytes(of: file), as: UTF8.self)
            let recording = try Self.found(environment) { () throws(AccessError) in try Recording(text, path: file) }
            (recorder, interrupted) = (nil, nil)
            org = LiveOrg(
                client: PlatformClient(
                    access: recording.access,
                    transport: ReplayingTransport(recording),
                    clock: .instant(startingAt: Date(timeIntervalSince1970: 0)),
                    policy: options.policy(in: context)
                )
            )
            return
        }
        let source = try Self.source(of: environment, options: options, settings: settings, context: context)
        let access = try Self.found(environment) { () throws(AccessError) in try source.access() }
        let transport = URLSessionTransport(host: access.host, clock: context.clock)
        recorder = options.record.map { _ in RecordingTransport(transport, access: access) }
        interrupted = InterruptedRun(host: access.host, environment: environment, context: context)
        org = LiveOrg(
            client: PlatformClient(
                access: access,
                transport: recorder ?? transport,
                clock: context.clock,
                policy: options.policy(in: context),
                progress: ProgressLine(context: context).show
            )
        )
    }

    /// Where to look for region and credentials.
    static func source(
        of environment: EnvironmentName?,
        options: LiveOptions,
        settings: Settings,
        context: Context
    ) throws -> CredentialSource {
        let known = environment.flatMap { settings.orgs[$0] }
        let flags = CredentialSource.Flags(
            region: options.region,
            host: options.host,
            profile: options.profile,
            settingsRegion: known?.region
        )
        return try CredentialSource(prefix: known?.credentials, flags: flags, in: context)
    }

    var rereading: LiveRequest.Rereading { options.rereading }

    /// Reads the org; throws only if not even the list of flows can be read.
    func read(_ request: LiveRequest) async throws(ReadingError) -> LiveReading {
        var request = request
        request.allowsEmpty = options.allowEmpty
        request.rereading = rereading
        // A recording must have every answer.
        if request.keepsFlows, options.record == nil { request.kept = interrupted }
        do throws(PlatformError) {
            return try await org.read(request)
        } catch {
            throw error.readingError
        }
    }

    func forgetKeptFlows() { interrupted?.finish() }

    func actions(besides known: KnownActions) async -> LiveActions { await org.actions(besides: known) }

    func origins(
        of question: VersionQuestion,
        within allowance: VersionAllowance
    ) async -> [FlowChange: ChangeOrigin] {
        await org.origins(of: question, within: allowance)
    }

    func topicSchemas() async throws(PlatformError) -> TopicSchemas { try await org.topicSchemas() }

    /// Runs `body`, and then saves the recording if one is wanted, even if `body` throws.
    func recorded<Value>(_ body: () async throws -> Value) async throws -> Value {
        let outcome: Result<Value, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        ProgressLine(context: context).clear()
        try keepRecording()
        return try outcome.get()
    }

    private func keepRecording() throws {
        guard let file = options.record, let recorder else { return }
        try FileWriter(context: context).replace(file, with: recorder.recording.text())
    }

    private static func found<Value>(
        _ environment: EnvironmentName?,
        _ body: () throws(AccessError) -> Value
    ) throws(ReadingError) -> Value {
        do throws(AccessError) {
            return try body()
        } catch {
            let place = environment.map { "environment '\($0)'" } ?? "the org"
            throw ReadingError(error.problem, at: Place(file: place), fix: error.fix)
        }
    }
}

extension LiveOptions {
    /// The policy for retries of a request.
    func policy(in context: Context) -> RetryPolicy { RetryPolicy(budget: .seconds(timeout), jitter: context.chance) }
}

extension CredentialSource {
    /// Uses the variables and the profiles of a user.
    ///
    /// - Parameters:
    ///   - prefix: The prefix of the variables' names, or `nil` for the default.
    ///   - flags: The values from the command line and the settings.
    ///   - context: The execution environment.
    /// - Throws: `ReadingError` if there is a file of profiles that can't be read.
    init(prefix: String?, flags: Flags = Flags(), in context: Context) throws(ReadingError) {
        let path = (context.variables["HOME"] ?? "~") + "/.gc/config.toml"
        let profile = try FileReader(context: context, isConfined: false).bytesIfPresent(of: path)
        self.init(
            flags: flags,
            variables: context.variables,
            prefix: prefix ?? CredentialSource.defaultPrefix,
            profileText: profile.map { String(decoding: $0, as: UTF8.self) }
        )
    }
}
