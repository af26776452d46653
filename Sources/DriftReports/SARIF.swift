import DriftCore

/// The parts of a SARIF 2.1.0 log that flowdrift writes, under the standard's own names.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
struct SARIF: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        var tool: Tool
        var columnKind = "unicodeCodePoints"
        var invocations: [Invocation]
        var results: [Result]
    }

    struct Tool: Encodable {
        var driver: Driver
    }

    struct Driver: Encodable {
        var name = "flowdrift"
        var semanticVersion: String?
        var rules: [Rule]
    }

    struct Rule: Encodable {
        var id: String
        var shortDescription: Message
        var fullDescription: Message
        var help: Message
        var defaultConfiguration: Configuration
    }

    struct Configuration: Encodable {
        var level: String
    }

    struct Message: Encodable {
        var text: String
        var markdown: String?
    }

    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Message
        var locations: [Location]
        var relatedLocations: [Location]?
        var partialFingerprints: [String: String]
        var fixes: [Fix]?
        var suppressions: [Suppression]?
        var properties: Properties
    }

    /// Why a result doesn't count.
    struct Suppression: Encodable {
        var kind = "external"
        var status = "accepted"
        var justification: String
    }

    /// Values for which the standard has no property.
    struct Properties: Encodable {
        var contract: String?
        var environment: String?
        var flow: String?
        var owner: String?
        var subject: String?
        var trigger: String?

        init(_ finding: Finding) {
            contract = finding.contract.map(Printable.text)
            environment = finding.environment?.text
            flow = finding.flow.map { Printable.text($0.description) }
            owner = finding.owner.map(Printable.text)
            subject = finding.subject.map(Printable.text)
            trigger = finding.trigger.map(Printable.text)
        }
    }

    struct Invocation: Encodable {
        var executionSuccessful: Bool
        var exitCode: Int32
        var toolExecutionNotifications: [Notification]
    }

    struct Notification: Encodable {
        var level: String
        var message: Message
        var locations: [Location]?
    }
}

/// Locations and fixes.
extension SARIF {
    struct Location: Encodable {
        var physicalLocation: PhysicalLocation
        var logicalLocations: [LogicalLocation]?
    }

    struct PhysicalLocation: Encodable {
        var artifactLocation: ArtifactLocation
        var region: Region?
    }

    struct LogicalLocation: Encodable {
        var fullyQualifiedName: String
        var kind: String
    }

    struct ArtifactLocation: Encodable {
        var uri: String
    }

    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
        var endLine: Int?
        var endColumn: Int?
    }

    struct Fix: Encodable {
        var description: Message
        var artifactChanges: [ArtifactChange]
    }

    struct ArtifactChange: Encodable {
        var artifactLocation: ArtifactLocation
        var replacements: [Replacement]
    }

    struct Replacement: Encodable {
        var deletedRegion: Region
        var insertedContent: Content
    }

    struct Content: Encodable {
        var text: String
    }
}
