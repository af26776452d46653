import YAML

/// A finding before the engine adds the rule's id and severity.
struct Evidence: Equatable, Sendable {
    /// What differs, naming both sides; no final period.
    var message: String

    var fix: Fix

    /// Where to look, or `nil` if no file is concerned.
    var place: Place?

    /// The part of the flow: an input's or output's name, or a setting; `nil` for the flow itself.
    var subject: String?

    /// The trigger's name, or `nil` if no trigger is concerned.
    var trigger: String?

    /// The severity if it differs from the rule's, or `nil` for the rule's own.
    var severity: Severity?

    /// The expected and the actual side, or `nil` if they can't be shown as two texts.
    var contrast: Contrast?

    /// The smallest event that shows the finding, or `nil` if no event is concerned or the event's attributes are
    /// unknown.
    var event: EventExample?

    /// Whether another contract could disprove the finding, so that every contract must be read to be sure.
    var restsOnContracts = false

    /// The findings that explain this one; empty if none does.
    var causes: [Cause]

    /// What happened to the whole flow, or `nil` if the finding is about a part of it.
    var flowCause: FlowCause?

    init(
        _ message: String,
        at place: Place?,
        on subject: String? = nil,
        trigger: String? = nil,
        severity: Severity? = nil,
        contrast: Contrast? = nil,
        fix: Fix,
        event: EventExample? = nil,
        causes: [Cause] = [],
        flowCause: FlowCause? = nil
    ) {
        self.message = message
        self.place = place
        self.subject = subject
        self.trigger = trigger
        self.severity = severity
        self.contrast = contrast
        self.fix = fix
        self.event = event
        self.causes = causes
        self.flowCause = flowCause
    }
}
