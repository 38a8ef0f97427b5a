/** Rows in chunks of at least `size`, none of which takes apart what belongs together; each in the file's order. */
export function inChunks<Row>(rows: Row[], together: (row: Row) => string, size: number): Row[][] {
  if (rows.length <= size) return rows.length === 0 ? [] : [rows]
  const groups = new Map<string, number>()
  const counts: number[] = []
  const groupOf = Int32Array.from(rows, (row) => {
    const key = together(row)
    const group = groups.get(key) ?? counts.push(0) - 1
    if (counts[group]!++ === 0) groups.set(key, group)
    return group
  })
  let [chunk, filled] = [0, 0]
  const chunkOf = counts.map((count) => {
    if (filled >= size) [chunk, filled] = [chunk + 1, 0]
    filled += count
    return chunk
  })
  const chunks: Row[][] = Array.from({ length: chunk + 1 }, () => [])
  rows.forEach((row, i) => chunks[chunkOf[groupOf[i]!]!]!.push(row))
  return chunks
}
