@testable import DriftCore
@testable import GenesysCloud

/// A flow of a ``FakeOrg``.
struct FakeFlow: Sendable {
    var id: String
    var name: String
    var type = "workflow"
    var division = "Home"
    var version: String? = "1.0"
    var draft: String?
    var input = "Flow.input"
    var isActive = true
    var isHidden = false

    /// The flow in a listing.
    var listed: String {
        let published = version.map { ",\"publishedVersion\":\(Self.version($0))" } ?? ""
        let saved = draft.map { ",\"savedVersion\":{\"id\":\"\($0)\"}" } ?? ""
        return """
            {"id":"\(id)","name":"\(name)","type":"\(type.uppercased())","active":\(isActive),"deleted":false,\
            "division":{"id":"d-\(division)","name":"\(division)"},\
            "publishedBy":{"id":"u-1","name":"Ada Lovelace"}\(published)\(saved)}
            """
    }

    private static func version(_ version: String) -> String {
        "{\"id\":\"\(version)\",\"dateCreated\":1780000000000,\"datePublished\":\"2026-11-20T08:15:00.000Z\"}"
    }

    /// The flow's configuration; the draft has an additional input.
    func configuration(isDraft: Bool = false) -> String {
        let names = [input] + (isDraft ? ["Flow.draft"] : [])
        let variables = names.map { name in
            """
            {"name":"\(name)","isInput":true,"isOutput":false,\
            "initialValue":{"config":{"emp":{}},"text":"","type":"str","uiMetaData":{"mode":3}}}
            """
        }
        return "{\"name\":\"\(name)\",\"type\":\"\(type)\",\"variables\":[\(variables.joined(separator: ","))]}"
    }

    var key: FlowKey { FlowKey("\(type)/\(name)") ?? FlowKey(type: .workflow, name: name) }

    /// The data of the index and the snapshot on the flow's present state.
    var known: KnownSnapshot {
        let input = Variable(name: input, type: DataType(.string))
        let flow = Flow(key: key, division: division, inputs: [input], file: "snapshots/test/\(name).yaml")
        return KnownSnapshot(id: FlowID(id), version: version, isCurrent: true, flow: flow)
    }
}

/// A trigger of a ``FakeOrg``.
struct FakeTrigger: Sendable {
    var id: String
    var target: String
    var topic: String? = "v2.detail.events.conversation.{id}.customer.end"
    var isEnabled = true

    /// The trigger in a listing.
    var listed: String {
        let topic = topic.map { "\"topicName\":\"\($0)\"," } ?? ""
        return """
            {"id":"\(id)","name":"Trigger \(id)",\(topic)"enabled":\(isEnabled),\
            "target":{"type":"Workflow","id":"\(target)"},"matchCriteria":[]}
            """
    }
}
