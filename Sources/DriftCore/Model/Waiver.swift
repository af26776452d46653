/// The acceptance of a finding, with a reason, an owner and a last day.
///
/// If `contract`, `flow`, `trigger` or `subject` is `nil`, that property matches every finding. Otherwise, it is a
/// pattern: `*` matches any text, `?` matches one character, and `\` makes the next character literal.
public struct Waiver: Hashable, Sendable {
    /// The rule.
    public var rule: RuleID

    /// The contract's name.
    public var contract: String?

    /// The flow's type and name; `{environment}` is replaced by the environment's name.
    public var flow: String?

    /// The trigger's name; `{environment}` is replaced by the environment's name.
    public var trigger: String?

    /// The part of the flow: an input's or output's name, or a setting.
    public var subject: String?

    /// The environments, in order; empty for every environment.
    public var environments: [EnvironmentName]

    /// The highest accepted severity in the waiver, or `nil` for the rule's own.
    public var severity: Severity?

    var ruleSeverity: Severity

    /// The reason, the owner and the last day of the acceptance.
    public var terms: Terms

    /// The waiver's place in its file.
    public var place: Place

    /// The place of each environment's name in the file.
    public var environmentPlaces: [EnvironmentName: Place] = [:]

    /// Makes a waiver; its environments are sorted.
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

    /// The terms on which somebody accepts a finding.
    public struct Terms: Hashable, Sendable {
        /// Why the owner accepts the finding, as one phrase.
        public var reason: String

        /// The owner, who accepts the finding.
        public var owner: String

        /// The last day on which the finding is accepted, in UTC.
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
    /// How many days before its end a waiver is mentioned.
    static let daysOfNotice = 30

    /// The highest accepted severity: the waiver's, or else the rule's own.
    var ceiling: Severity { severity ?? ruleSeverity }

    /// Whether the waiver, unless it has expired, accepts a finding; it doesn't accept one that has become more severe.
    public func accepts(_ finding: Finding) -> Bool { covers(finding) && finding.severity <= ceiling }

    /// Whether the waiver is about a finding; the severity and the waiver's last day don't matter.
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

    /// The same with a label before each name: `input-undeclared for contract 'callback-request', subject 'Flow.ANI'`.
    public var labelledPhrase: String {
        let names = [("contract", contract), ("flow", flow), ("trigger", trigger), ("subject", subject)]
        let labelled = names.compactMap { label, name in name.map { "\(label) '\($0)'" } }
        let scope = environments.isEmpty ? "" : " in " + environments.map(\.text).joined(separator: ", ")
        return rule + (labelled.isEmpty ? "" : " for " + labelled.joined(separator: ", ")) + scope
    }

    private static func fits(_ pattern: String?, _ name: String?, in environment: EnvironmentName?) -> Bool {
        guard let pattern else { return true }
        guard let name else { return false }
        return Pattern(pattern, in: environment).matches(name)
    }
}

/// Why a finding doesn't count.
public enum Acceptance: Hashable, Sendable {
    case waived(Waiver.Terms)

    /// The finding is in the baseline.
    case known

    /// Every ``word``, in the order in which reports count them.
    public static let words = ["waived", "known"]

    /// The word that reports put before the severity, one of ``words``.
    public var word: String {
        switch self {
        case .waived: "waived"
        case .known: "known"
        }
    }

    /// The reason in words.
    public var phrase: String {
        switch self {
        case .waived(let terms): "waived " + terms.phrase
        case .known: "known: the finding was there when the baseline was written"
        }
    }
}

extension Waiver {
    /// Makes the waiver that accepts a finding and nothing else.
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
