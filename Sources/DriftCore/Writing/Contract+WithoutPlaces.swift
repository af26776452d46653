import SourceText

extension Contract {
    /// The contract without positions in its file, so that the content of two texts can be compared.
    var withoutPlaces: Contract {
        let start = Position(line: 1, column: 1)
        var contract = self
        contract.position = start
        contract.flow.position = start
        contract.flow.end = start
        contract.environments = environments?.mapValues { terms in
            EnvironmentTerms(position: start, id: terms.id?.withoutPlace, name: terms.name)
        }
        contract.launch = launch?.withoutPlaces
        contract.code = code.map(\.withoutPlace)
        contract.triggers = triggers.map { trigger in
            PromisedTrigger(
                name: trigger.name.withoutPlace,
                topic: trigger.topic?.withoutPlace,
                dataFormat: trigger.dataFormat?.withoutPlace,
                isEnabled: trigger.isEnabled?.withoutPlace,
                match: trigger.match?.withoutPlace,
                eventTTLSeconds: trigger.eventTTLSeconds?.withoutPlace,
                delayBySeconds: trigger.delayBySeconds?.withoutPlace
            )
        }
        return contract
    }
}

extension Contract.Launch {
    fileprivate var withoutPlaces: Contract.Launch {
        var launch = self
        launch.placeOfVia = placeOfVia.map { _ in Position(line: 1, column: 1) }
        for index in inputs.indices {
            launch.inputs[index].name = inputs[index].name.withoutPlace
            launch.inputs[index].type = inputs[index].type.withoutPlace
            launch.inputs[index].schema = inputs[index].schema?.withoutPlace
        }
        launch.omittedInputs = omittedInputs.map(\.withoutPlace)
        for index in outputs.indices {
            launch.outputs[index].name = outputs[index].name.withoutPlace
            launch.outputs[index].type = outputs[index].type.withoutPlace
        }
        for index in payloads.indices { launch.payloads[index].reference = payloads[index].reference.withoutPlace }
        if let schema { launch.schema?.reference = schema.reference.withoutPlace }
        launch.recordings = recordings.map(\.withoutPlace)
        return launch
    }
}

extension Written {
    fileprivate var withoutPlace: Written {
        let start = Position(line: 1, column: 1)
        return Written(value, from: start, to: start)
    }
}
