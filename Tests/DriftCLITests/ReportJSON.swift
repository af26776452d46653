import Foundation

/// What tests read of a JSON report.
struct ReportJSON: Decodable {
    var findings: [Finding]

    struct Finding: Decodable {
        var rule: String
        var severity: String
        var message: String
        var fingerprint: String
        var flow: String?
        var contract: String?
        var environment: String?
        var origin: Origin?
        var sameCause: [Finding]?
    }

    struct Origin: Decodable {
        var version: String?
        var published: String?
        var publishedBy: String?
        var createdBy: String?
        var previousVersion: String?
        var unknown: String?
    }

    /// Reads a report.
    init(_ text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
}
