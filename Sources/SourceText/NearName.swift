/// Finds the one name that somebody probably meant.
package enum NearName {
    /// The best candidate for a name, or `nil` if none is near or two are equally near.
    ///
    /// A near name differs only in letter case or scope, differs by a few letters, or shares most of its words
    /// (`callerNumber` and `callerPhone`).
    package static func best(for name: String, among candidates: some Sequence<String>) -> String? {
        var best: (name: String, score: Double)?
        var isTied = false
        let spelled = Spelled(name)
        for candidate in candidates where candidate != name && candidate != best?.name {
            let score = similarity(spelled, Spelled(candidate))
            guard score >= 0.5, score >= best?.score ?? 0 else { continue }
            isTied = score == best?.score
            best = (candidate, score)
        }
        return isTied ? nil : best?.name
    }

    /// How alike two names are, from 0 to 1.
    package static func similarity(_ lhs: String, _ rhs: String) -> Double {
        similarity(Spelled(lhs), Spelled(rhs))
    }

    /// A name prepared for comparison.
    private struct Spelled {
        let letters: [Unicode.Scalar]
        let words: Set<String>

        init(_ name: String) {
            letters = NearName.letters(of: name)
            words = NearName.words(of: name)
        }
    }

    private static func similarity(_ lhs: Spelled, _ rhs: Spelled) -> Double {
        let (left, right) = (lhs.letters, rhs.letters)
        guard left != right else { return 1 }
        let longest = max(left.count, right.count)
        guard longest <= 256 else { return 0 }
        // A difference in length is already a distance, and cheaper to compute.
        let gap = abs(left.count - right.count)
        let isNear = 1 - Double(gap) / Double(longest) >= 0.7
        let spelling = isNear ? 1 - Double(distance(left, right)) / Double(longest) : 0
        let shared = lhs.words.intersection(rhs.words)
        let isTelling = !shared.isSubset(of: commonplace)
        let total = Double(lhs.words.count + rhs.words.count)
        let wording = isTelling ? 2 * Double(shared.count) / total : 0
        // `bool` for `boolean`: a prefix long enough to be significant.
        let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
        if shorter.count >= 3, longer.starts(with: shorter) { return 0.9 }
        // Spelling needs a higher threshold than words: `notes` and `dates` differ in only two of five letters.
        return max(spelling >= 0.7 ? spelling : 0, wording)
    }

    /// Words so common in names that sharing them means nothing.
    private static let commonplace: Set<String> = [
        "code", "data", "date", "flow", "id", "ids", "name", "number", "status", "time", "type", "value",
    ]

    private static func letters(of name: String) -> [Unicode.Scalar] {
        Array(VariableName.own(name).lowercased().unicodeScalars)
    }

    /// The words of a name, without its scope: `caller` and `number` for `Flow.callerNumber`.
    private static func words(of name: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        var previous: Character = " "
        for character in VariableName.own(name) {
            if !character.isLetter && !character.isNumber || character.isUppercase && previous.isLowercase {
                words.insert(word.lowercased())
                word = ""
            }
            if character.isLetter || character.isNumber { word.append(character) }
            previous = character
        }
        words.insert(word.lowercased())
        return words.subtracting([""])
    }

    /// The smallest number of letters to insert, remove, replace or swap that turns one text into the other.
    private static func distance(_ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar]) -> Int {
        var (older, previous) = ([Int](), Array(0...rhs.count))
        for row in lhs.indices {
            var current = [row + 1]
            current.reserveCapacity(rhs.count + 1)
            for column in rhs.indices {
                var cost = min(
                    previous[column] + (lhs[row] == rhs[column] ? 0 : 1),
                    previous[column + 1] + 1,
                    current[column] + 1
                )
                if row > 0, column > 0, lhs[row] == rhs[column - 1], lhs[row - 1] == rhs[column] {
                    cost = min(cost, older[column - 1] + 1)
                }
                current.append(cost)
            }
            (older, previous) = (previous, current)
        }
        return previous[rhs.count]
    }
}
