/**
 * Does pieces of work side by side, never more than `width` at a time: the first in the list that lacks nothing it needs is the next.
 * A piece is `{ name, needs, work }`; `needs` are names of others, which must have ended, well or not. `work` does not reject.
 */
export async function sideBySide(width, pieces) {
  const waiting = [...pieces]
  const underWay = new Set()
  const ended = new Set()
  const begin = ({ name, work }) => {
    const done = work().then(() => {
      underWay.delete(done)
      ended.add(name)
    })
    underWay.add(done)
  }
  while (waiting.length > 0 || underWay.size > 0) {
    const next = underWay.size < width ? waiting.findIndex(({ needs = [] }) => needs.every((name) => ended.has(name))) : -1
    if (next >= 0) begin(...waiting.splice(next, 1))
    else if (underWay.size > 0) await Promise.race(underWay)
    else throw new Error(`nothing can begin any more: ${waiting.map(({ name }) => name).join(', ')}`)
  }
}
