/// The finding from which another one follows: of the same environment, flow and contract, by its rule and names.
///
/// While the cause counts, the verdict leaves out what follows from it; ``Verdict`` decides that, once it is known
/// which findings are accepted.
public struct Cause: Hashable, Sendable {
    /// The rule that finds the cause.
    var rule: RuleID

    /// The trigger that the cause is about; `nil` if it isn't about one.
    var trigger: String?

    /// The cause's subject; `nil` if it has none.
    var subject: String?

    /// Whether both findings state the same fact, so that accepting the cause, or lowering it, is enough.
    var isSameFact: Bool

    /// Whether the cause is a finding in the same file, as in one request of several.
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
    /// The causes that hide everything else about a flow: callers can't start it.
    static let stateOfFlow = [Cause(.flowInactive), Cause(.flowUnpublished)]

    /// A finding on the type of a contract's input or output, or on whether it's a collection.
    ///
    /// Each may be the cause of the other.
    static func inputType(_ name: String) -> Cause { Cause(.inputTypeChanged, on: name) }
    static func inputCollection(_ name: String) -> Cause { Cause(.inputCollectionChanged, on: name) }
    static func outputType(_ name: String) -> Cause { Cause(.outputTypeChanged, on: name) }
    static func outputCollection(_ name: String) -> Cause { Cause(.outputCollectionChanged, on: name) }

    /// The causes that hide everything else about a contract: its flow doesn't exist.
    static let missingFlow = [Cause(.flowMissing), Cause(.flowTypeChanged)]
}

/// The rules that others name as causes.
enum CausingRule: RuleID, CaseIterable {
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
