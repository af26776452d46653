import YAML

/// What a rule saw, before the engine signs it with the rule's id and severity.
struct Evidence: Equatable, Sendable {
    /// What differs, naming both sides; no final period.
    var message: String

    /// How to put it right.
    var fix: Fix

    /// Where to look; nil where no file is concerned.
    var place: Place?

    /// An input's or output's name, or a setting; nil where it is the flow itself.
    var subject: String?

    /// The trigger's name; nil where no trigger is concerned.
    var trigger: String?

    /// The severity where it differs from the rule's own; nil for the rule's own.
    var severity: Severity?

    /// The two sides; nil where they are not two texts.
    var contrast: Contrast?

    /// The smallest event that shows it; nil where no event is concerned, or its attributes are not known.
    var event: EventExample?

    /// Whether another contract could make it less, so that it only holds where every contract was read.
    var restsOnContracts = false

    /// The findings from which it follows; none if it is a cause of its own.
    var causes: [Cause]

    init(
        _ message: String,
        at place: Place?,
        on subject: String? = nil,
        trigger: String? = nil,
        severity: Severity? = nil,
        contrast: Contrast? = nil,
        fix: Fix,
        event: EventExample? = nil,
        causes: [Cause] = []
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
    }
}
