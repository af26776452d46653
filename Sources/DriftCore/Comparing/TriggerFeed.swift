/// A trigger beside the inputs of the flow that it starts: what its event brings, and what it does not.
///
/// It is a class because every rule takes hold of it, as of a ``FlowComparison``.
final class TriggerFeed: Sendable {
    /// The trigger.
    let trigger: Trigger

    /// The attributes of its event; nil where the topic is not known, and for a scheduled trigger.
    let event: EventTopic?

    /// The known topic that was probably meant, or `nil` if the trigger's own topic is known or none is near.
    let nearTopic: String?

    /// The inputs of the flow, in its order.
    private let variables: [Variable]

    /// What the event brings, for each of them.
    private let fills: [Fill]

    /// What an event brings to one input.
    enum Fill: Hashable, Sendable {
        /// A value of the input's type.
        case value

        /// A value of another type; how the platform converts it is not documented.
        case otherType(EventTopic.Kind)

        /// Perhaps a value: the event's attribute is spelled in another letter case.
        case otherCase(String)

        /// Nothing: the event's attribute, whose name may differ in letter case, is an array or object and is dropped.
        case dropped(EventTopic.Attribute)

        /// Nothing; with the attribute that was probably meant, if there is one.
        case nothing(near: String?)

        /// Nobody can tell: the event's attributes are not known.
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

    /// What the event brings, for each input of the flow in the flow's order.
    var inputs: some Sequence<(input: Variable, fill: Fill)> {
        zip(variables, fills).lazy.map { (input: $0, fill: $1) }
    }

    /// The inputs to which the event does not just bring a value of their type, in the flow's order.
    var shortInputs: [(input: Variable, fill: Fill)] {
        fills.indices.filter { fills[$0] != .value }.map { (variables[$0], fills[$0]) }
    }

    /// Whether the event arrives in a data format that is known.
    func sends(_ format: Trigger.DataFormat) -> Bool {
        trigger.topic != nil && trigger.effectiveDataFormat == format && !trigger.open.contains(.dataFormat)
    }

    /// The input that takes the whole event under the data format Json.
    ///
    /// Source: help.mypurecloud.com on trigger data formats: the input must be named `jsonData` and be of type JSON.
    static let jsonInputName = "Flow.jsonData"

    /// Whether an input is the one that takes the whole event.
    static func isJSONInput(_ input: Variable) -> Bool {
        input.type == DataType(.json) && input.name.lowercased() == jsonInputName.lowercased()
    }

    /// What the event brings to an input; nil for one that the flow does not have.
    func fill(of input: Variable) -> Fill? {
        variables.firstIndex { $0.name == input.name }.map { fills[$0] }
    }

    /// Whether the event brings the input a value, or may.
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
        // The event as a whole never arrives in this format, whatever its attributes are.
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
    /// Whether a value of an event surely arrives in an input of a type.
    ///
    /// String to string is certain; integer to integer or decimal and boolean to boolean are expected; how anything
    /// else is converted no public source tells.
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
