/// A flow: its inputs, its outputs, and the triggers that start it.
public struct Flow: Hashable, Sendable {
    /// The flow's type and name.
    public var key: FlowKey

    /// The id that the org gave it, or `nil` if the source doesn't know, like an export.
    public var id: FlowID?

    /// The id that the flow loses because a plan recreates it, or `nil` if no plan does.
    public var lostID: FlowID?

    /// The division's name, or `nil` if the source doesn't say.
    public var division: String?

    /// Whether callers can start it; `.unknown` if the source doesn't say, like an export.
    public var availability: Availability

    /// The published version, such as `12.0`, or `nil` if the source doesn't know or there is none.
    public var publishedVersion: String?

    /// The name with its placeholders if the flow has its file's name instead, or `nil` if it has its own.
    public var placeholderName: String?

    /// The version in a flow listing, if there was no export of it and the inputs and outputs may be out of date.
    ///
    /// It's ``unknownVersion`` if the listing has no version, and `nil` if nothing is out of date.
    public var listedVersion: String?

    /// The inputs, which callers may send, in order of name.
    public var inputs: [Variable]

    /// The outputs, which callers get back, in order of name.
    public var outputs: [Variable]

    /// The inputs and outputs whose name or type depends on a placeholder; they are in neither list.
    public var openVariables: [OpenVariable] = []

    /// The triggers that start it, in order of name.
    public var triggers: [Trigger]

    /// The copies of common modules in it, in order of name; none if the source doesn't say.
    public var modules: [ModuleCopy]

    /// Whether its inputs and outputs are known; false if only a listing names the flow.
    public var hasInterface = true

    /// The file it was read from, or `nil` if there is none.
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
        self.file = file
    }

    /// Whether callers can start a flow.
    public enum Availability: String, Hashable, Sendable {
        case unknown
        /// Published and active.
        case available
        /// It has no published version, so nothing can start it.
        case unpublished
        case inactive
    }
}

extension Flow {
    /// The id to link by: the org's, or the one made from type and name.
    public var linkID: FlowID { id ?? FlowID(madeFor: key) }
}
