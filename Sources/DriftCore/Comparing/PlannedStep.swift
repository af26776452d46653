/// Something that a plan does, or says of the org, that is worth a finding of its own.
public struct PlannedStep: Sendable {
    /// The resource's address.
    let address: String

    /// The flow that it is about; nil where none is known.
    let key: FlowKey?

    /// The contract that it is about; nil where none is.
    var contract: Contract?

    /// The trigger that it is about; nil where none is.
    var trigger: String?

    /// Where one would mend it: the flow's file, or else the plan.
    let place: Place

    /// The environment.
    let environment: EnvironmentName

    /// What it is.
    let event: Event

    /// What a step is.
    enum Event: Sendable {
        /// The file has another name than the flow in the org, so apply makes a new flow and leaves the old one.
        case leavesBehind(FlowKey, making: FlowKey)
        /// A flow is destroyed that the contract, or the trigger, still uses.
        case destroys(FlowKey)
        /// A trigger has a time to live and a delay as given, in seconds.
        case timing(ttl: Int?, delay: Int?)
        /// The org was changed outside Terraform, in words; whether the plan changes it back.
        case drifted([String], isReverted: Bool)
    }

    /// Evidence on the resource.
    func evidence(_ message: String, fix: String) -> Evidence {
        Evidence(message, at: place, on: address, trigger: trigger, fix: Fix(fix))
    }
}
