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
        /// These triggers still start the old one.
        case leavesBehind(FlowKey, making: FlowKey, triggers: [String])
        /// A flow is destroyed that the contract, or the trigger, still uses.
        case destroys(FlowKey)
        /// A trigger has a time to live and a delay as given, in seconds.
        case timing(ttl: Int?, delay: Int?)
        /// A placeholder stays in the flow's file, or may; with the substitutions that fit none.
        case leaves(PlannedOpening.Leftover, unused: [String])
        /// The org was changed outside Terraform, in words; whether the plan changes it back.
        case drifted([String], isReverted: Bool)
    }

    /// Evidence on the resource, or on a part of it.
    func evidence(_ message: String, on subject: String? = nil, severity: Severity? = nil, fix: String) -> Evidence {
        Evidence(message, at: place, on: subject ?? address, trigger: trigger, severity: severity, fix: Fix(fix))
    }
}
