public import DriftCore

/// Reads a live org with as few requests as can be.
///
/// The list of flows tells each one's published version, so that a configuration is fetched only where the snapshot
/// does not have it already, and where something relies on the flow: ``LiveRequest/Rereading``. Besides those an org of
/// 5,000 unchanged flows costs 10 list requests, the triggers' pages and one token.
public struct LiveOrg: Sendable {
    let client: PlatformClient
    let width: Int

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - client: Looks at the org.
    ///   - width: How many requests are under way at once.
    public init(client: PlatformClient, width: Int = 4) {
        self.client = client
        self.width = max(1, width)
    }

    /// Reads what is wanted.
    ///
    /// What could not be read is a problem of the result. Flows that triggers start are read whatever the filter says.
    ///
    /// - Throws: ``PlatformError`` where not even the list of flows could be read.
    public func read(_ request: LiveRequest) async throws(PlatformError) -> LiveReading {
        var survey = Survey(request: request)
        try await list(into: &survey)
        await listTriggers(into: &survey)
        if !survey.isSuspiciouslyEmpty {
            try await complete(&survey)
            await askForMissing(&survey)
        }
        let definitions = await definitions(of: survey)
        guard !Task.isCancelled else { throw .cancelled(at: client.host.apiURL) }
        return survey.reading(with: definitions)
    }

    /// What the events of each topic hold.
    ///
    /// - Throws: ``PlatformError`` where the topics could not be read.
    public func topicSchemas() async throws(PlatformError) -> TopicSchemas {
        let json = try await client.json(.topicSchemas)
        do throws(ReadingError) {
            return try TopicSchemas(answer: json, source: client.place(.topicSchemas))
        } catch {
            throw PlatformError(error)
        }
    }
}
