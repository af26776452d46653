public import DriftCore

/// Reads a live org with as few requests as possible.
///
/// The list of flows has the published version of each flow. A configuration is only fetched if the snapshot has
/// another version, or if something relies on the flow (``LiveRequest/Rereading``). Without flows that something relies
/// on, an org of 5,000 unchanged flows takes 10 list requests, the triggers' pages and one token.
public struct LiveOrg: Sendable {
    let client: PlatformClient
    let width: Int

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - client: The client for the org.
    ///   - width: The number of parallel requests.
    public init(client: PlatformClient, width: Int = 4) {
        self.client = client
        self.width = max(1, width)
    }

    /// Reads the flows and triggers of a request.
    ///
    /// Problems become part of the result. Flows that triggers start are read regardless of the filter.
    ///
    /// - Throws: ``PlatformError`` if even the list of flows couldn't be read.
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

    /// The schemas of each topic's events.
    ///
    /// - Throws: ``PlatformError`` if the topics couldn't be read.
    public func topicSchemas() async throws(PlatformError) -> TopicSchemas {
        let json = try await client.json(.topicSchemas)
        do throws(ReadingError) {
            return try TopicSchemas(answer: json, source: client.place(.topicSchemas))
        } catch {
            throw PlatformError(error)
        }
    }
}
