/// A finding that explains another finding on the same environment, flow and contract.
///
/// ``Verdict`` applies waivers and the baseline first. While the cause still counts, the explained finding is left out.
public struct Cause: Hashable, Sendable {
    /// The rule that finds the cause.
    var rule: RuleID

    /// The cause's trigger, or `nil` if the cause isn't about a trigger.
    var trigger: String?

    /// The cause's subject, or `nil` if the cause has no subject.
    var subject: String?

    /// Whether both findings state the same fact; then an accepted or less severe cause still hides the other finding.
    var isSameFact: Bool

    /// Whether the cause must be in the same file as the finding, such as the same request among several.
    var isInSameFile: Bool

    init(
        _ rule: CausingRule,
        trigger: String? = nil,
        on subject: String? = nil,
        isSameFact: Bool = false,
        isInSameFile: Bool = false
    ) {
        self.rule = rule.rawValue
        self.trigger = trigger
        self.subject = subject
        self.isSameFact = isSameFact
        self.isInSameFile = isInSameFile
    }
}

extension Cause {
    /// The causes that hide all other findings on a flow, since callers can't start the flow.
    static let stateOfFlow = [Cause(.flowInactive), Cause(.flowUnpublished)]

    /// The causes on one variable; its type finding and its collection finding may each explain the other.
    static func inputType(_ name: String) -> Cause { Cause(.inputTypeChanged, on: name) }
    static func inputCollection(_ name: String) -> Cause { Cause(.inputCollectionChanged, on: name) }
    static func outputType(_ name: String) -> Cause { Cause(.outputTypeChanged, on: name) }
    static func outputCollection(_ name: String) -> Cause { Cause(.outputCollectionChanged, on: name) }

    /// The causes that hide all other findings on a contract, since the contract's flow doesn't exist.
    static let missingFlow = [Cause(.flowMissing), Cause(.flowTypeChanged)]
}

/// The rules that other rules name as causes.
enum CausingRule: RuleID, CaseIterable {
    case codeInputUndeclared = "code-input-undeclared"
    case flowInactive = "flow-inactive"
    case flowMissing = "flow-missing"
    case flowTypeChanged = "flow-type-changed"
    case flowUnpublished = "flow-unpublished"
    case inputCaseMismatch = "input-case-mismatch"
    case inputCollectionChanged = "input-collection-changed"
    case inputTypeChanged = "input-type-changed"
    case inputUndeclared = "input-undeclared"
    case inputUnscoped = "input-unscoped"
    case outputCollectionChanged = "output-collection-changed"
    case outputTypeChanged = "output-type-changed"
    case payloadBodyShape = "payload-body-shape"
    case payloadInputCase = "payload-input-case"
    case payloadInputDataEmpty = "payload-input-data-empty"
    case payloadInputForm = "payload-input-form"
    case payloadInputShape = "payload-input-shape"
    case payloadInputType = "payload-input-type"
    case payloadInputUndeclared = "payload-input-undeclared"
    case payloadInputUnscoped = "payload-input-unscoped"
    case payloadPathAbsent = "payload-path-absent"
    case planFlowDestroyed = "plan-flow-destroyed"
    case triggerJsonInputMissing = "trigger-json-input-missing"
    case triggerJsonUnderPrimitives = "trigger-json-under-primitives"
    case triggerRetargeted = "trigger-retargeted"
    case triggerTargetUnpublished = "trigger-target-unpublished"
}
