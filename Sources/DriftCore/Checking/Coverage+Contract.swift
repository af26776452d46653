extension Coverage {
    mutating func count(_ contract: Contract, in environment: EnvironmentName?, isChecked: Bool) {
        count(contract, isChecked: isChecked)
        cells.append(Cell(contract, in: environment, isJudged: isChecked))
    }

    private mutating func count(_ contract: Contract, isChecked: Bool) {
        if isChecked {
            contracts.insert(contract.name)
            judgements += 1
        }
        inputs.add(contract.launch?.inputs.count ?? 0, checked: isChecked)
        outputs.add(contract.launch?.outputs.count ?? 0, checked: isChecked)
        triggers.add(contract.triggers.count, checked: isChecked)
    }

    /// Counts the parts of a contract that a comparison checked.
    ///
    /// If the flow is missing, the contract counts as checked, but none of its inputs does.
    mutating func count(_ contract: Contract, in comparison: Comparison) {
        let isWhole = !(contract.launch?.lacksFiles ?? false)
        cells.append(Cell(contract, in: comparison.environment, isJudged: isWhole))
        guard let flow = comparison.found, flow.flow.hasInterface else {
            count(contract, isChecked: false)
            // Even if somebody accepts that a listed flow can't be started, the rest of the contract is unchecked.
            guard comparison.found == nil else { return }
            contracts.insert(contract.name)
            judgements += 1
            return
        }
        count(contract, isChecked: true)
        let undecided = flow.triggers.count { trigger in
            if case .undecided = trigger.match { true } else { !trigger.openPromises.isEmpty }
        }
        triggers.checked -= undecided
        // If everything in the contract is unknown, the contract wasn't checked.
        guard contract.launch == nil, undecided == contract.triggers.count else { return }
        contracts.remove(contract.name)
        judgements -= 1
    }
}
