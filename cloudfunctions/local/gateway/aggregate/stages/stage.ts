import type { Filter } from '../../filter/ast'
import type { Row } from '../../query/select'
import type { Document, Value } from '../../query/values'
import type { Work } from '../../query/work'
import { compileExpression } from '../expression'
import type { Bindings, Eval } from '../scope'

/** A compiled stage: documents in, documents out. It never changes a document that it is given. */
export type Stage = (input: Iterable<Document>, bindings: Bindings | undefined) => Iterable<Document>

/** What the stages of one request share. */
export interface Plan {
  work: Work
  /** Variables that an enclosing `$lookup` has made. */
  names: readonly string[]
  /** Reads another collection. */
  find(collection: string, filter: Filter): Row[]
  /** Compiles a pipeline inside another, which also knows these variables. */
  pipeline(stages: Value, ...names: string[]): Stage
}

export type BuildStage = (argument: Value, plan: Plan) => Stage

/** Compiles an expression of a stage. */
export const expressionOf = ({ work, names }: Plan, expression: Value): Eval => compileExpression(expression, work, names)

/** A stage that makes one document of each. */
export const eachDocument = ({ work }: Plan, change: (document: Document, bindings: Bindings | undefined) => Document): Stage =>
  function* (input, bindings) {
    for (const document of input) {
      work.spend()
      yield change(document, bindings)
    }
  }
