/// The consequence of a change of a flow for its callers.
public enum Consequence: String, CaseIterable, Sendable {
    case safe

    /// The definitions don't show whether callers are affected.
    case mayBreak = "may-break"

    case breaks
}

extension Consequence: Comparable {
    /// Orders consequences by severity.
    public static func < (lhs: Consequence, rhs: Consequence) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .safe: 0
        case .mayBreak: 1
        case .breaks: 2
        }
    }
}

extension FlowChange {
    /// The consequence of the change for callers, who start the flow and read its outputs.
    ///
    /// | change | |
    /// |---|---|
    /// | an input is removed, or its new type accepts less; a value became a collection or the reverse | breaks |
    /// | an input or output whose name only changes its letter case, or depends on a placeholder | may break |
    /// | an input whose new type may accept less, without its default, or newly read | may break |
    /// | a new input that the flow reads and that has no default | may break |
    /// | any other change of an input | safe |
    /// | an output is removed, or a reader of the old type can't read the new one | breaks |
    /// | an output that a reader of the old type may be unable to read, or that is now secure | may break |
    /// | a new output, or any other change of one | safe |
    /// | an enabled trigger is removed, disabled, or has another topic or data format | breaks |
    /// | a trigger is added or enabled, or has other criteria or timing | may break |
    /// | a change of a trigger that is disabled on both sides | safe |
    /// | the flow can no longer be started | breaks |
    /// | the flow is in another division | safe |
    public var consequence: Consequence {
        switch self {
        case .inputRemoved, .outputRemoved: .breaks
        case .inputOpen, .outputOpen: .mayBreak
        case .inputAdded(let input): input.isNeeded ? .mayBreak : .safe
        case .inputChanged(let old, let new): Self.input(old, new)
        case .inputReadsChanged(let old, let new): Self.reads(old.reads, new.reads)
        case .outputAdded: .safe
        case .outputChanged(let old, let new): Self.output(old, new)
        case .triggerAdded(let trigger): trigger.isEnabled ? .mayBreak : .safe
        case .triggerRemoved(let trigger): trigger.isEnabled ? .breaks : .safe
        case .triggerChanged(let old, let new): Self.trigger(old, new)
        case .availabilityChanged(_, let new): new.isStartable ? .safe : .breaks
        case .divisionChanged: .safe
        }
    }

    private static func input(_ old: Variable, _ new: Variable) -> Consequence {
        guard old.type.isCollection == new.type.isCollection else { return .breaks }
        let fit = consequence(of: TypeFit.sending(old.type.kind, into: new.type.kind))
        let isDoubtful = old.name != new.name || old.defaultText != nil && new.defaultText == nil
        return max(fit, isDoubtful ? .mayBreak : .safe)
    }

    private static func output(_ old: Variable, _ new: Variable) -> Consequence {
        guard old.type.isCollection == new.type.isCollection else { return .breaks }
        let fit = consequence(of: TypeFit.reading(new.type.kind, as: old.type.kind))
        return max(fit, old.name != new.name || !old.isSecure && new.isSecure ? .mayBreak : .safe)
    }

    private static func consequence(of fit: TypeFit) -> Consequence {
        switch fit {
        case .fits: .safe
        case .undocumented: .mayBreak
        case .breaks: .breaks
        }
    }

    private static func reads(_ old: Reads?, _ new: Reads?) -> Consequence {
        guard let old, let new else { return .mayBreak }
        let isReadMore = !Set(new.paths).isSubset(of: old.paths) || !old.isRead && new.isRead
        return isReadMore || old.isComplete && !new.isComplete ? .mayBreak : .safe
    }

    private static func trigger(_ old: Trigger, _ new: Trigger) -> Consequence {
        guard old.isEnabled || new.isEnabled else { return .safe }
        guard old.isEnabled else { return .mayBreak }
        let isSame = new.isEnabled && old.topic == new.topic && old.effectiveDataFormat == new.effectiveDataFormat
        return isSame ? .mayBreak : .breaks
    }
}
