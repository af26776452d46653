import DriftCore

extension JSONReport {
    struct FindingDocument: Encodable {
        var rule: String
        var severity: String
        var message: String
        var flow: String?
        var subject: String?
        var environment: String?
        var contract: String?
        var trigger: String?
        var caller: String?
        var source: SourceDocument?
        var owner: String?
        var fingerprint: String
        var location: LocationDocument?
        var fix: String
        var event: EventDocument?
        var waived: WaivedDocument?
        var known: Bool?
        var moved: String?
        var origin: OriginDocument?
        var sameCause: [FindingDocument]?

        init(_ finding: Finding) {
            rule = finding.rule
            severity = finding.severity.rawValue
            message = finding.message
            flow = finding.flow?.description
            subject = finding.subject
            environment = finding.environment?.text
            contract = finding.contract
            trigger = finding.trigger
            caller = finding.caller
            source = finding.source.map(SourceDocument.init)
            owner = finding.owner
            fingerprint = finding.fingerprint
            location = finding.place.map(LocationDocument.init)
            fix = finding.fix.summary
            event = finding.event.map(EventDocument.init)
            moved = finding.mover?.rawValue
            origin = finding.origin.map(OriginDocument.init)
            sameCause = finding.sameCause.isEmpty ? nil : finding.sameCause.map(FindingDocument.init)
            switch finding.acceptance {
            case .waived(let terms): waived = WaivedDocument(terms)
            case .known: known = true
            case nil: break
            }
        }
    }

    struct WaivedDocument: Encodable {
        var reason: String
        var owner: String
        var expires: String

        init(_ terms: Waiver.Terms) {
            reason = terms.reason
            owner = terms.owner
            expires = terms.expires.description
        }
    }

    struct OriginDocument: Encodable {
        var version: String?
        var published: String?
        var publishedBy: String?
        var createdBy: String?
        var previousVersion: String?
        var unknown: String?

        init(_ origin: ChangeOrigin) {
            version = origin.version.version
            published = origin.version.date
            publishedBy = origin.version.publisher
            createdBy = origin.version.creator
            previousVersion = origin.previous
            unknown =
                origin.mayBeEarlier ? "an earlier version that the org no longer lists may have made it" : origin.gap
        }
    }

    struct EventDocument: Encodable {
        var event: String
        var received: [String]

        init(_ example: EventExample) {
            event = example.event
            received = example.received
        }
    }
}
