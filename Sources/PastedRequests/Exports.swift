// A request has its place, and its body is JSON: who reads requests has both too.
@_exported public import SourceText
@_exported public import StrictJSON
