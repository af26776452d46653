/// What a difference between two states of a flow means to those who start it.
public enum Consequence: String, CaseIterable, Sendable {
    /// Nobody notices.
    case safe

    /// The definitions cannot tell whether a caller notices.
    case mayBreak = "may-break"

    /// A caller that relied on what was there breaks.
    case breaks
}

extension Consequence: Comparable {
    /// Orders consequences by how much they matter.
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
    /// What the change means to those who start the flow, and read what it gives back.
    ///
    /// | change | |
    /// |---|---|
    /// | an input is gone, or of a type that takes less; a value became a collection or the other way round | breaks |
    /// | an input or output whose name only changes its letter case, or that a placeholder leaves open | may break |
    /// | an input of a type that may take less, without its default, or read where it was not | may break |
    /// | an input more that the flow reads and that has no default | may break |
    /// | any other change of an input | safe |
    /// | an output is gone, or of a type that a reader of the old one cannot take | breaks |
    /// | an output of a type that a reader of the old one may not take, or that is now secure | may break |
    /// | an output more, or any other change of one | safe |
    /// | an enabled trigger is gone, disabled, or listens to another topic or in another data format | breaks |
    /// | an enabled trigger more, enabled, or with other criteria or timing | may break |
    /// | a change of a trigger that is disabled on both sides | safe |
    /// | the flow can no longer be started | breaks |
    /// | the flow is in another division: permissions may differ | may break |
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
        case .divisionChanged: .mayBreak
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
