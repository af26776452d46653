import DriftCore

extension PlatformClient {
    /// What a reader finds in the JSON of a resource.
    ///
    /// - Throws: ``PlatformError`` if there is no such JSON, or if it can't be read.
    func read<Value>(
        _ resource: PlatformResource,
        _ value: (PlatformPageReader, [UInt8]) throws(ReadingError) -> Value
    ) async throws(PlatformError) -> Value {
        let json = try await json(resource)
        do throws(ReadingError) {
            return try value(PlatformPageReader(source: place(resource)), json)
        } catch {
            throw PlatformError(error)
        }
    }
}
