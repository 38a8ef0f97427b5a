import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 (as in C2SP tlog) on SHA-256. Leaves and nodes are hashed under different prefixes, so
 * that a node can never pass for a leaf.
 */
const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

export const leafHash = (data: Buffer | string): Buffer => createHash('sha256').update(leafPrefix).update(data).digest()
export const nodeHash = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update(nodePrefix).update(left).update(right).digest()

/** What is needed of a tree to go on appending: the roots of its complete subtrees, largest first, one for each 1 in the binary `size`. */
export interface Frontier {
  size: number
  nodes: Buffer[]
}

export const emptyFrontier: Frontier = { size: 0, nodes: [] }

/** The tree with one leaf more. */
export function append({ size, nodes }: Frontier, leaf: Buffer): Frontier {
  const grown = [...nodes]
  let node = leaf
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(grown.pop()!, node)
  grown.push(node)
  return { size: size + 1, nodes: grown }
}

/** The root of a tree; an empty one has the hash of nothing. */
export const rootOf = ({ nodes }: Frontier): Buffer =>
  nodes.length === 0 ? createHash('sha256').digest() : nodes.reduceRight((right, left) => nodeHash(left, right))

/** Which leaves, counted from 1, each node of a frontier covers: size 6 has [1, 4] and [5, 6]. */
export function coverOf(size: number): { first: number; last: number }[] {
  const covers: { first: number; last: number }[] = []
  let done = 0
  for (let width = 2 ** Math.floor(Math.log2(Math.max(size, 1))); width >= 1; width /= 2) {
    if (size - done < width) continue
    covers.push({ first: done + 1, last: done + width })
    done += width
  }
  return covers
}
