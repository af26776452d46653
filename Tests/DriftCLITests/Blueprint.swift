import DriftCore
import Testing

/// A workflow of the vendor with its own trigger, and the problems of both.
struct Blueprint: Sendable, CustomTestStringConvertible {
    /// The path in the corpus.
    let file: String

    /// The flow's name: from the file, or the file's stem if the file has a placeholder instead.
    let flow: String

    let trigger: Trigger

    /// The expected findings, each as severity, rule and subject, in order.
    let expected: [String]

    enum Trigger: Sendable {
        /// A trigger on a topic, named by its last part, with the data format TopLevelPrimitives.
        case primitives(on: String)
        /// A trigger on a topic, named by its last part, without a data format.
        case unset(on: String)
    }

    var testDescription: String { file }

    /// The trigger as the platform lists it.
    var triggerListing: String {
        let id = FlowID(madeFor: FlowKey(type: .workflow, name: flow))
        let (event, format) =
            switch trigger {
            case .primitives(on: let event):
                (event, #", "workflowTargetSettings": {"dataFormat": "TopLevelPrimitives"}"#)
            case .unset(on: let event): (event, "")
            }
        // The events have the attribute that each of them matches.
        let (attribute, value) = event == "acw" ? ("userId", "x") : ("mediaType", "VOICE")
        return """
            {"entities": [{
              "id": "9a3c5e71-2b4d-4f60-8a1c-3d5e7f902b4c",
              "name": "Blueprint",
              "topicName": "v2.detail.events.conversation.{id}.\(event)",
              "target": {"type": "Workflow", "id": "\(id)"\(format)},
              "enabled": true,
              "matchCriteria": [{"jsonPath": "\(attribute)", "operator": "Equal", "value": "\(value)"}],
              "eventTTLSeconds": 60
            }]}
            """
    }
}

extension Blueprint {
    /// The four that the vendor published with a trigger, in each form that the corpus has.
    static let all: [Blueprint] = {
        let summary = "process-automation-trigger-with-salesforce"
        let callback = "negative-sentiment-callback"
        let transcript = "send-message-transcript-by-email/terraform/modules/flow"
        return [
            salesforce(summary + "/exports/Conversation Summary.i3WorkFlow", flow: "Mickelsen_Conversation_Summary"),
            salesforce(summary + "/exports/Conversation Summary.yaml", flow: "Mickelsen_Conversation_Summary"),
            sentiment(
                callback + "/exports/Send SMS and Create Supervisor Callback.i3WorkFlow",
                flow: "Send SMS and Create Supervisor Callback"
            ),
            sentiment(
                callback + "/terraform/modules/flow/Send_SMS_and_Create_Supervisor_Callback.yaml",
                flow: "Send_SMS_and_Create_Supervisor_Callback"
            ),
            clean("ani-blacklist/exports/Blacklist.i3WorkFlow", flow: "Blacklist", .primitives(on: "customer.start")),
            clean(
                "ani-blacklist/terraform/modules/flow/blacklist.yaml",
                flow: "blacklist",
                .primitives(on: "customer.start")
            ),
            clean(
                transcript + "/send-message-transcript-to-customer-by-email.yaml",
                flow: "send-message-transcript-to-customer-by-email",
                .unset(on: "customer.end")
            ),
        ]
    }()

    private static func salesforce(_ file: String, flow: String) -> Blueprint {
        Blueprint(
            file: file,
            flow: flow,
            trigger: .primitives(on: "acw"),
            expected: [
                "error trigger-json-under-primitives Flow.jsonData", "note trigger-input-unfilled Flow.jsonSummary",
            ]
        )
    }

    private static func sentiment(_ file: String, flow: String) -> Blueprint {
        Blueprint(
            file: file,
            flow: flow,
            trigger: .primitives(on: "acw"),
            expected: [
                "error trigger-input-unfilled Flow.CallerAni", "note trigger-input-unfilled Flow.caseId",
                "note trigger-input-unfilled Flow.converstationId",
            ]
        )
    }

    private static func clean(_ file: String, flow: String, _ trigger: Trigger) -> Blueprint {
        Blueprint(file: file, flow: flow, trigger: trigger, expected: [])
    }
}
