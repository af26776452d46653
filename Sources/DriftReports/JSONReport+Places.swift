import DriftCore

extension JSONReport {
    /// A revision of another repository.
    struct SourceDocument: Encodable {
        var repository: String
        var ref: String
        var commit: String
        var date: String?

        init(_ source: ContractSource) {
            repository = source.repository
            ref = source.ref
            commit = source.commit
            date = source.date
        }
    }

    struct LocationDocument: Encodable {
        var file: String
        var line: Int?
        var column: Int?

        init(_ place: Place) {
            file = place.file
            line = place.position?.line
            column = place.position?.column
        }
    }
}
