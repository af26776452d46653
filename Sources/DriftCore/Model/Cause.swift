/// A finding that explains another one of the same environment, flow and contract.
///
/// ``Verdict`` leaves out the explained finding while its cause counts, after waivers and the baseline.
public struct Cause: Hashable, Sendable {
    /// The rule that finds the cause.
    var rule: RuleID

    /// The cause's trigger, or `nil` if it isn't about one.
    var trigger: String?

    /// The cause's subject, or `nil` if it has none.
    var subject: String?

    /// Whether both findings state the same fact, so that accepting or lowering the cause applies to both.
    var isSameFact: Bool

    /// Whether the cause must be in the same file, as in one request of several.
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
    /// The causes that hide everything else about a flow, since callers can't start it.
    static let stateOfFlow = [Cause(.flowInactive), Cause(.flowUnpublished)]

    /// A type and a collection finding on the same variable: each may be the cause of the other.
    static func inputType(_ name: String) -> Cause { Cause(.inputTypeChanged, on: name) }
    static func inputCollection(_ name: String) -> Cause { Cause(.inputCollectionChanged, on: name) }
    static func outputType(_ name: String) -> Cause { Cause(.outputTypeChanged, on: name) }
    static func outputCollection(_ name: String) -> Cause { Cause(.outputCollectionChanged, on: name) }

    /// The causes that hide everything else about a contract, since its flow doesn't exist.
    static let missingFlow = [Cause(.flowMissing), Cause(.flowTypeChanged)]
}

/// The rules that others name as causes.
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
