/// A flow: its inputs, its outputs, and the triggers that start it.
public struct Flow: Hashable, Sendable {
    /// The flow's type and name.
    public var key: FlowKey

    /// The id that the org gave the flow, or `nil` if the source has no id, such as an export.
    public var id: FlowID?

    /// The id that the flow loses because a plan recreates the flow, or `nil` if no plan does.
    public var lostID: FlowID?

    /// The division's name, or `nil` if the source doesn't say.
    public var division: String?

    /// Whether callers can start the flow; `.unknown` if the source doesn't say, such as an export.
    public var availability: Availability

    /// The published version, such as `12.0`, or `nil` if there is none or the source doesn't say.
    public var publishedVersion: String?

    /// The name in the flow's file, if it has placeholders and the flow goes by its file's name instead; otherwise
    /// `nil`.
    public var placeholderName: String?

    /// The version in a flow listing, if no export of the flow was read and its inputs and outputs may be out of date.
    ///
    /// It's ``unknownVersion`` if the listing has no version, and `nil` if the inputs and outputs are up to date.
    public var listedVersion: String?

    /// The inputs, which callers may send, in order of name.
    public var inputs: [Variable]

    /// The outputs, which callers receive, in order of name.
    public var outputs: [Variable]

    /// The inputs and outputs whose name or type depends on a placeholder; they aren't in ``inputs`` or ``outputs``.
    public var openVariables: [OpenVariable] = []

    /// The triggers that start the flow, in order of name.
    public var triggers: [Trigger]

    /// The copies of common modules in the flow, in order of name; empty if the source doesn't say.
    public var modules: [ModuleCopy]

    /// The data actions and flows that it calls, in order of kind and name; none if the source doesn't say.
    public var calls: [FlowCall]

    /// Whether the flow's inputs and outputs are known; false if only a listing names the flow.
    public var hasInterface = true

    /// The file that the flow was read from, or `nil` if there is none.
    public var file: String?

    /// Makes a flow; variables and triggers are sorted.
    public init(
        key: FlowKey,
        id: FlowID? = nil,
        division: String? = nil,
        availability: Availability = .unknown,
        publishedVersion: String? = nil,
        inputs: [Variable] = [],
        outputs: [Variable] = [],
        triggers: [Trigger] = [],
        modules: [ModuleCopy] = [],
        calls: [FlowCall] = [],
        file: String? = nil
    ) {
        self.key = key
        self.id = id
        self.division = division
        self.availability = availability
        self.publishedVersion = publishedVersion
        self.inputs = inputs.ordered { $0.name < $1.name }
        self.outputs = outputs.ordered { $0.name < $1.name }
        self.triggers = triggers.ordered(by: Trigger.areInOrder)
        self.modules = modules.ordered { $0.name < $1.name }
        self.calls = calls.merged
        self.file = file
    }

    /// Whether callers can start a flow.
    public enum Availability: String, Hashable, Sendable {
        case unknown
        /// Published and active.
        case available
        /// Without a published version, so nothing can start the flow.
        case unpublished
        case inactive
    }
}

extension Flow {
    /// The id by which others refer to the flow: the org's, or one made from type and name.
    public var linkID: FlowID { id ?? FlowID(madeFor: key) }
}
