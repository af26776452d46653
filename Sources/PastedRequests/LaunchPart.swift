/// The meaning of a member in a launch's body.
package enum LaunchPart: Sendable {
    case flowID, flowVersion, name, inputData

    /// One input, outside the object for inputs.
    case input

    case triggerSetting
    case none

    /// The part's name in the API, or `nil` if it isn't a part of a launch.
    package var name: String? {
        switch self {
        case .flowID: "flowId"
        case .flowVersion: "flowVersion"
        case .name: "name"
        case .inputData: "inputData"
        case .input, .triggerSetting, .none: nil
        }
    }
}

extension LaunchPart {
    private static let names: [String: LaunchPart] = {
        let spellings: [(LaunchPart, [String])] = [
            (.flowID, ["flowid", "workflowid", "architectflowid", "flowguid", "flowuuid"]),
            (.flowVersion, ["flowversion", "version"]),
            (.name, ["name", "executionname"]),
            (
                .inputData,
                [
                    "inputdata", "inputs", "input", "inputparameters", "inputvariables", "inputparams", "inputvalues",
                    "parameters", "params", "data", "variables", "arguments", "args", "attributes", "flowinputs",
                    "flowinput", "flowinputdata", "payload",
                ]
            ),
            (
                .triggerSetting,
                [
                    "dataformat", "workflowtargetsettings", "matchcriteria", "topicname", "eventttlseconds",
                    "delaybyseconds",
                ]
            ),
        ]
        return spellings.reduce(into: [:]) { names, row in for name in row.1 { names[name] = row.0 } }
    }()

    /// The meaning of a member with a name; letter case and separators don't matter.
    package init(_ name: String, value: JSONNode) {
        let letters = String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic })
        if VariableName.isScoped(name) {
            self = .input
        } else if letters == "id" || letters == "flow", value.kind == .string {
            self = .flowID
        } else {
            self = Self.names[letters] ?? .none
        }
    }
}
