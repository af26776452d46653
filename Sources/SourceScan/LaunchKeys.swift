/// The members of a launch's body, in each spelling of the SDKs.
enum LaunchKeys {
    private static let wire: [String: String] = [
        "flow_id": "flowId", "FlowId": "flowId", "flowID": "flowId", "FlowID": "flowId",
        "input_data": "inputData", "InputData": "inputData", "Inputdata": "inputData",
        "flow_version": "flowVersion", "FlowVersion": "flowVersion", "Flowid": "flowId", "Flowversion": "flowVersion",
        "input_output_data": "inputOutputData", "InputOutputData": "inputOutputData", "Variables": "variables",
        "bot_flow_id": "botFlowId", "Name": "name",
    ]

    /// The key as a request carries it.
    static func wireKey(_ key: String) -> String { wire[key] ?? key }

    /// The member that a setter sets: `flowId` for `setFlowId` and `withFlowId`, or `nil` for another method.
    static func member(ofSetter method: String) -> String? {
        for prefix in ["set", "with", "Set", "With"] where method.hasPrefix(prefix) {
            let rest = method.dropFirst(prefix.count)
            guard let first = rest.first, first.isUppercase else { continue }
            let key = wireKey(String(rest))
            return main.contains(key) ? key : nil
        }
        let key = wireKey(method)
        return main.contains(key) ? key : nil
    }

    /// The members that show that an object is a launch's body.
    static let main: Set = ["flowId", "inputData", "inputOutputData", "botFlowId"]
}
