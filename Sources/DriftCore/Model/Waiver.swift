/// A finding that somebody accepts: for a reason, by an owner, until a date.
///
/// What is nil is left open. Names are patterns, where `*` stands for any text, `?` for one character, and a character
/// behind `\` for itself.
public struct Waiver: Hashable, Sendable {
    /// The rule.
    public var rule: RuleID

    /// The contract's name.
    public var contract: String?

    /// The flow's type and name; `{environment}` stands for the environment's name.
    public var flow: String?

    /// The trigger's name; `{environment}` stands for the environment's name.
    public var trigger: String?

    /// What in the flow it is about: an input's or output's name, a setting.
    public var subject: String?

    /// The environments, in order; none for every environment.
    public var environments: [EnvironmentName]

    /// The highest severity that is accepted, as the waiver says it; `nil` for the rule's own.
    public var severity: Severity?

    /// The rule's own severity.
    var ruleSeverity: Severity

    /// Why, by whom and until when.
    public var terms: Terms

    /// Where it is written.
    public var place: Place

    /// Where each environment is written.
    public var environmentPlaces: [EnvironmentName: Place] = [:]

    /// Makes a waiver; its environments are put in order.
    public init(
        rule: RuleID,
        contract: String? = nil,
        flow: String? = nil,
        trigger: String? = nil,
        subject: String? = nil,
        environments: [EnvironmentName] = [],
        severity: Severity? = nil,
        ofRule ruleSeverity: Severity = .error,
        terms: Terms,
        place: Place
    ) {
        self.rule = rule
        self.contract = contract
        self.flow = flow
        self.trigger = trigger
        self.subject = subject
        self.environments = environments.sorted()
        self.severity = severity
        self.ruleSeverity = ruleSeverity
        self.terms = terms
        self.place = place
    }

    /// What somebody accepts a finding on.
    public struct Terms: Hashable, Sendable {
        /// Why it is accepted, as one phrase.
        public var reason: String

        /// Who accepts it.
        public var owner: String

        /// The last day on which it is accepted, in UTC.
        public var expires: Day

        /// Makes terms.
        public init(reason: String, owner: String, expires: Day) {
            self.reason = reason
            self.owner = owner
            self.expires = expires
        }

        /// The terms in words: `until 2027-03-31, by voice: old IVR until March`.
        public var phrase: String { "until \(expires), by \(owner): \(reason)" }
    }
}

extension Waiver {
    /// The highest severity that is accepted: what the waiver says, or else the rule's own.
    var ceiling: Severity { severity ?? ruleSeverity }

    /// Whether the waiver accepts a finding, unless it has expired: what became more severe since counts.
    public func accepts(_ finding: Finding) -> Bool { covers(finding) && finding.severity <= ceiling }

    /// Whether the waiver is about a finding, expired or not, and however severe the finding is.
    public func covers(_ finding: Finding) -> Bool {
        guard finding.rule == rule else { return false }
        return concerns(contract: finding.contract, flow: finding.flow, in: finding.environment)
            && Self.fits(trigger, finding.trigger, in: finding.environment)
            && Self.fits(subject, finding.subject, in: nil)
    }

    /// Whether the waiver may be about a contract and a flow in an environment.
    func concerns(contract: String?, flow: FlowKey?, in environment: EnvironmentName?) -> Bool {
        (environments.isEmpty || environment.map(environments.contains) ?? false)
            && Self.fits(self.contract, contract, in: nil)
            && Self.fits(self.flow, flow?.description, in: environment)
    }

    /// What the waiver is about, in words: `input-undeclared of 'callback-request', 'Flow.ANI' in prod`.
    public var phrase: String {
        Finding.phrase(rule, of: [contract, flow, trigger, subject], in: environments)
    }

    private static func fits(_ pattern: String?, _ name: String?, in environment: EnvironmentName?) -> Bool {
        guard let pattern else { return true }
        guard let name else { return false }
        return Pattern(pattern, in: environment).matches(name)
    }
}

/// Why a finding does not count.
public enum Acceptance: Hashable, Sendable {
    /// A waiver covers it.
    case waived(Waiver.Terms)

    /// It was there when the baseline was written.
    case known

    /// Every ``word``, in the order in which reports count them.
    public static let words = ["waived", "known"]

    /// What reports put before the severity, one of ``words``.
    public var word: String {
        switch self {
        case .waived: "waived"
        case .known: "known"
        }
    }

    /// Why, in words.
    public var phrase: String {
        switch self {
        case .waived(let terms): "waived " + terms.phrase
        case .known: "known: it was there when the baseline was written"
        }
    }
}

extension Waiver {
    /// The waiver that accepts a finding and nothing else.
    public init(accepting finding: Finding, on terms: Terms) {
        self.init(
            rule: finding.rule,
            contract: finding.contract.map(Pattern.matching),
            flow: (finding.flow?.description).map(Pattern.matching),
            trigger: finding.trigger.map(Pattern.matching),
            subject: finding.subject.map(Pattern.matching),
            environments: finding.environment.map { [$0] } ?? [],
            severity: finding.severity,
            terms: terms,
            place: Place(file: "")
        )
    }
}
