/// What a member of a launch's body can stand for.
package enum LaunchPart: Sendable {
    case flowID, flowVersion, name, inputData

    /// One input, outside the object that inputs belong in.
    case input

    /// A setting of a trigger.
    case triggerSetting

    /// Nothing that a launch has.
    case none

    /// The name that the API knows the part by; nil for what is no part of a launch.
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

    /// What a member of that name is meant for; letter case and separators do not count.
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
