import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson } from '#kernel/record/canonical'
import { append, coverOf, emptyFrontier, leafHash, nodeHash, rootOf } from '#kernel/record/merkle'

/** The test inputs of Certificate Transparency, and the root after each. */
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const

test('the roots are those of RFC 6962', () => {
  let tree = emptyFrontier
  expect(rootOf(tree).toString('hex')).toBe(createHash('sha256').digest('hex'))
  for (const [input, root] of known) {
    tree = append(tree, leafHash(Buffer.from(input, 'hex')))
    expect(rootOf(tree).toString('hex')).toBe(root)
  }
})

/** The definition, word for word: split at the largest power of two below the size. */
function naiveRoot(leaves: Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? createHash('sha256').digest()
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return nodeHash(naiveRoot(leaves.slice(0, half)), naiveRoot(leaves.slice(half)))
}

const grow = (leaves: Buffer[]) => leaves.reduce(append, emptyFrontier)

test('a tree that grows leaf by leaf has the root that its definition gives', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 140 }), (inputs) => {
      const leaves = inputs.map((input) => leafHash(Buffer.from(input)))
      expect(rootOf(grow(leaves))).toEqual(naiveRoot(leaves))
    }),
  )
})

test('each node of a frontier is the root of the leaves it covers', () => {
  const leaves = Array.from({ length: 77 }, (_, i) => leafHash(String(i)))
  for (let size = 1; size <= leaves.length; size++) {
    const { nodes } = grow(leaves.slice(0, size))
    expect(coverOf(size).map(({ first, last }) => naiveRoot(leaves.slice(first - 1, last)))).toEqual(nodes)
  }
  expect(coverOf(0)).toEqual([])
})

test('canonical JSON does not depend on the order of keys, and on nothing but the value', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '陈' }], a: true, gone: undefined })).toBe('{"a":true,"b":[1,{"c":"陈","d":null}]}')
  expect(canonicalJson(JSON.parse('{"__proto__":1,"2":0,"10":0}'))).toBe('{"10":0,"2":0,"__proto__":1}')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON knows no −0.
      const plain: unknown = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
      expect(canonicalJson(reversed(plain))).toBe(canonicalJson(plain))
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reversed(held)]),
  )
}
