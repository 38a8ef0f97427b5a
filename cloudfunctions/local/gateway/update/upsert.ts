import type { Filter } from '../filter/ast'
import type { Document } from '../query/values'
import { copy } from './fields'
import { targets } from './targets'

/** The fields that an upsert takes over from its query: those asked to equal one value. */
export function equalityFields(filter: Filter): Document {
  const document: Document = {}
  collect(filter, document)
  return document
}

function collect(filter: Filter, into: Document): void {
  if (filter.kind === 'and') for (const part of filter.of) collect(part, into)
  if (filter.kind !== 'field' || filter.condition.op !== 'eq') return
  for (const target of targets(into, filter.path, { create: true, position: () => 0 })) target.set(copy(filter.condition.value))
}
