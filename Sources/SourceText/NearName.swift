/// Finds the name that a misspelled name probably means.
package enum NearName {
    /// The candidate that is most similar to a name, or `nil` if none is similar or two are equally similar.
    ///
    /// A similar name differs only in letter case or scope, differs by a few letters, or shares most words, as
    /// `callerNumber` and `callerPhone` do.
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

    /// The similarity of two names, from 0 to 1.
    package static func similarity(_ lhs: String, _ rhs: String) -> Double {
        similarity(Spelled(lhs), Spelled(rhs))
    }

    /// A name that is prepared for comparison.
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
        // The difference in length is a lower bound of the distance, and is cheaper to compute.
        let gap = abs(left.count - right.count)
        let isNear = 1 - Double(gap) / Double(longest) >= 0.7
        let spelling = isNear ? 1 - Double(distance(left, right)) / Double(longest) : 0
        let shared = lhs.words.intersection(rhs.words)
        let isTelling = !shared.isSubset(of: commonplace)
        let total = Double(lhs.words.count + rhs.words.count)
        let wording = isTelling ? 2 * Double(shared.count) / total : 0
        // A long enough prefix counts as similar, such as `bool` for `boolean`.
        let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
        if shorter.count >= 3, longer.starts(with: shorter) { return 0.9 }
        // Spelling needs a higher threshold than words, since `notes` and `dates` differ in only two of five letters.
        return max(spelling >= 0.7 ? spelling : 0, wording)
    }

    /// Words that are so common in names that sharing them doesn't make two names similar.
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
