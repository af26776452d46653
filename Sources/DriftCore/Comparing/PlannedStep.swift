/// Something that a plan does, or says about the org, that rules check.
public struct PlannedStep: Sendable {
    let address: String

    /// The flow, or `nil` if none is known.
    let key: FlowKey?

    /// The contract, or `nil` if none is concerned.
    var contract: Contract?

    /// The trigger, or `nil` if none is concerned.
    var trigger: String?

    /// Where to fix it: the flow's file, or else the plan.
    let place: Place

    let environment: EnvironmentName
    let event: Event

    enum Event: Sendable {
        /// The file has another name than the flow in the org, so the apply creates a new flow and leaves the old one,
        /// which these triggers still start.
        case leavesBehind(FlowKey, making: FlowKey, triggers: [String])
        /// A flow is destroyed that the contract or the trigger still uses.
        case destroys(FlowKey)
        /// The time to live and the delay of a trigger, in seconds.
        case timing(ttl: Int?, delay: Int?)
        /// A placeholder stays in the flow's file, or may; `unused` are the substitutions that match no placeholder.
        case leaves(PlannedOpening.Leftover, unused: [String])
        /// The changes of the org outside Terraform, in words, and whether the plan reverts them.
        case drifted([String], isReverted: Bool)
        /// A data action of that name is created anew under another id; the plan doesn't publish these flows, which
        /// call it.
        case replacesAction(String, callers: [FlowKey])
    }

    func evidence(_ message: String, on subject: String? = nil, severity: Severity? = nil, fix: String) -> Evidence {
        Evidence(message, at: place, on: subject ?? address, trigger: trigger, severity: severity, fix: Fix(fix))
    }
}
