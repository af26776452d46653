import Foundation

/// The ways in which Unicode writes one name: macOS takes letters apart from their accents, most else does not.
///
/// `String` compares names by these forms already. Hashes and paths are made of bytes, and need one form.
package struct NormalForms {
    /// The name as most systems write it, in Normalization Form C.
    package let composed: String

    /// Every form that may have been written, the composed one first.
    package let all: [String]

    /// Makes the forms of a name; `nil` for a name in ASCII, which has only one.
    package init?(_ name: String) {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let composed = name.precomposedStringWithCanonicalMapping
        self.composed = composed
        let forms = [composed, name, name.decomposedStringWithCanonicalMapping]
        // Two forms of one name are equal as strings.
        all = forms.enumerated().filter { number, form in
            !forms[..<number].contains { $0.utf8.elementsEqual(form.utf8) }
        }
        .map(\.element)
    }
}

extension String {
    /// The name in Normalization Form C, in which equal names have equal bytes.
    package var composed: String { NormalForms(self)?.composed ?? self }
}
