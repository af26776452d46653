/// A trigger, and which inputs of its flow the trigger's event fills.
///
/// It's a class for the same reason as ``FlowComparison``.
final class TriggerSource: Sendable {
    let trigger: Trigger

    /// The attributes of the trigger's event, or `nil` if the topic is unknown or the trigger is scheduled.
    let event: EventTopic?

    /// The known topic that was probably meant, or `nil` if the trigger's topic is known or none is similar.
    let nearTopic: String?

    private let variables: [Variable]

    /// How the event fills each of those inputs.
    private let fills: [Fill]

    /// How an event fills an input.
    enum Fill: Hashable, Sendable {
        case value

        /// A value of another type; the platform doesn't document the conversion.
        case otherType(EventTopic.Kind)

        /// Perhaps a value: the event's attribute differs in letter case.
        case otherCase(String)

        /// Nothing: the event's attribute, which may differ in letter case, is an array or object and is dropped.
        case dropped(EventTopic.Attribute)

        /// Nothing; `near` is the attribute that was probably meant.
        case nothing(near: String?)

        /// The event's attributes are unknown.
        case unknown
    }

    init(_ trigger: Trigger, inputs: [Variable], events: EventCatalogue) {
        self.trigger = trigger
        let event = trigger.open.contains(.topic) ? nil : trigger.topic.flatMap { events.topic($0) }
        self.event = event
        nearTopic = event == nil ? trigger.topic.flatMap { events.nearest(to: $0) } : nil
        variables = inputs
        fills = inputs.map { Self.fill($0, trigger, event) }
    }

    /// The flow's inputs with how the event fills them.
    var inputs: some Sequence<(input: Variable, fill: Fill)> {
        zip(variables, fills).lazy.map { (input: $0, fill: $1) }
    }

    /// The inputs that the event doesn't fill with a value of their type, in the flow's order.
    var shortInputs: [(input: Variable, fill: Fill)] {
        fills.indices.filter { fills[$0] != .value }.map { (variables[$0], fills[$0]) }
    }

    /// Whether the event certainly arrives in a data format.
    func sends(_ format: Trigger.DataFormat) -> Bool {
        trigger.topic != nil && trigger.effectiveDataFormat == format && !trigger.open.contains(.dataFormat)
    }

    /// The input that receives the whole event in the data format Json.
    ///
    /// Source: help.mypurecloud.com on trigger data formats: the input must be named `jsonData` and be of type JSON.
    static let jsonInputName = "Flow.jsonData"

    static func isJSONInput(_ input: Variable) -> Bool {
        input.type == DataType(.json) && input.name.lowercased() == jsonInputName.lowercased()
    }

    /// How the event fills an input, or `nil` if the flow doesn't have the input.
    func fill(of input: Variable) -> Fill? {
        variables.firstIndex { $0.name == input.name }.map { fills[$0] }
    }

    func mayBring(_ input: Variable) -> Bool {
        switch fill(of: input) {
        case .value?, .otherType?, .otherCase?, .unknown?: true
        case .dropped?, .nothing?, nil: false
        }
    }

    private static func fill(_ input: Variable, _ trigger: Trigger, _ event: EventTopic?) -> Fill {
        guard !trigger.open.contains(.dataFormat) else { return .unknown }
        guard trigger.topic != nil else { return .nothing(near: nil) }
        guard trigger.effectiveDataFormat == .topLevelPrimitives else {
            guard isJSONInput(input) else { return .nothing(near: nil) }
            return input.name == jsonInputName ? .value : .otherCase(String(VariableName.own(jsonInputName)))
        }
        // The whole event never arrives in this format, whatever its attributes are.
        if isJSONInput(input) { return .nothing(near: nil) }
        guard let event else { return .unknown }
        let name = String(VariableName.own(input.name))
        guard let attribute = event.attribute(name) else {
            let folded = name.lowercased()
            if let other = event.attributes.first(where: { $0.name.lowercased() == folded }) {
                return other.kind.isPrimitive == false ? .dropped(other) : .otherCase(other.name)
            }
            if event.attributes.isOpen { return .unknown }
            let usable = event.attributes.filter { $0.kind.isPrimitive ?? true }.map(\.name)
            return .nothing(near: NearName.best(for: name, among: usable))
        }
        let kind = attribute.kind
        return switch kind.isPrimitive {
        case true?: kind.fits(input.type) ? .value : .otherType(kind)
        case false?: .dropped(attribute)
        case nil: .unknown
        }
    }
}

extension EventTopic.Kind {
    /// Whether a value of an event certainly arrives in an input of a type.
    ///
    /// String to string is certain; integer to integer or decimal and boolean to boolean are expected. No public source
    /// describes other conversions.
    fileprivate func fits(_ type: DataType) -> Bool {
        guard !type.isCollection else { return false }
        return switch self {
        case .string: type.kind == .string
        case .integer: type.kind == .integer || type.kind == .decimal
        case .boolean: type.kind == .boolean
        default: false
        }
    }
}
