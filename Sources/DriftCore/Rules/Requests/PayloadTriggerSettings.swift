import PastedRequests

extension Rules {
    static let payloadTriggerSettings = Rule<RequestComparison>(
        id: "payload-trigger-settings",
        severity: .note,
        summary: "The request has a trigger's settings, which have no effect on a launch by API",
        explanation: """
            A trigger's data format, `Json` or `TopLevelPrimitives`, says how an event fills a flow's inputs. A launch \
            by API has no event and no trigger: its inputs are the members of `inputData`, under scoped names. If a \
            member of the body has the name of a trigger's setting, this is an error, because a launch has no such \
            member. If only a value or the error answer has such a word, this is a note.

            Leave the setting out, and send the inputs under `inputData`.
            """
    ) { comparison in
        guard comparison.isLaunch, let body = comparison.body else { return [] }
        let members = body.members.filter { $0.part == .triggerSetting }
        let evidence = members.map { member in
            Evidence(
                "Member '\(member.name.text)' is a trigger's setting; it has no effect on a launch by API",
                at: comparison.place(member.name),
                on: member.name.text,
                severity: .error,
                fix: Fix("leave the member out; a trigger's settings only matter if an event starts the flow")
            )
        }
        guard evidence.isEmpty, let (word, place) = comparison.triggerWord else { return evidence }
        return [
            Evidence(
                "'\(word)' is a trigger's setting; it has no effect on a launch by API",
                at: place,
                on: word,
                fix: Fix("send each input as a member of 'inputData', with its scoped name as the member's name")
            )
        ]
    }
}

extension RequestComparison {
    /// A word from a trigger's settings in a value or the response, with its place.
    fileprivate var triggerWord: (String, Place)? {
        let words = ["TopLevelPrimitives", "dataFormat", "workflowTargetSettings"]
        for word in words {
            let bytes = Array(word.utf8)
            let member = body?.members.first { $0.value.contains(bytes) }?.value
            if let node = member ?? inputs.first(where: { $0.sent.value.contains(bytes) })?.sent.value {
                return (word, place(node))
            }
            if let answer, let message = answer.answer.message, message.value.contains(word) {
                return (word, Place(file: answer.file, position: message.position))
            }
        }
        return nil
    }
}
