import { createPublicKey, verify } from 'node:crypto'
import { readCheckpoint, signCheckpoint, verifierKey, type Checkpoint } from '#kernel/record/checkpoint-note'
import { readRootKeys } from '#kernel/seal/keys'
import { notesIn } from '#local/audit/notes'

const root = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const old = readRootKeys(`1:${root(7)}`)
const renewed = readRootKeys(`1:${root(7)},2:${root(8)}`)
const others = readRootKeys(`1:${root(9)}`)
const origin = '330328.xiaokang/audit'
const said: Checkpoint = {
  size: 1024,
  root: 'ab'.repeat(32),
  at: '2026-11-24T02:01:00.000Z',
  upTo: '2026-11-24T02:00:00.000Z',
  previous: 1000,
}

test('a note says what was signed, in the lines of a C2SP checkpoint', () => {
  const note = signCheckpoint(old, origin, said)
  expect(note.split('\n').slice(0, 3)).toEqual([origin, '1024', Buffer.from(said.root, 'hex').toString('base64')])
  expect(note).toMatch(/\n\n— 330328\.xiaokang\/audit [A-Za-z0-9+/]+=\n$/)
  expect(readCheckpoint(old, origin, note)).toEqual(said)
})

test('whoever has the verifier key checks a note without us', () => {
  const note = signCheckpoint(old, origin, said)
  const [name, hash, typed] = /^([^+]+)\+([^+]+)\+(.+)$/.exec(verifierKey(old, origin))!.slice(1) as [string, string, string]
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(typed, 'base64').subarray(1)])
  const signature = Buffer.from(/— \S+ (\S+)\n$/.exec(note)![1]!, 'base64')
  expect(name).toBe(origin)
  expect(signature.subarray(0, 4).toString('hex')).toBe(hash)
  expect(
    verify(
      null,
      Buffer.from(note.split('\n\n')[0] + '\n'),
      createPublicKey({ key: spki, format: 'der', type: 'spki' }),
      signature.subarray(4),
    ),
  ).toBe(true)
})

test('a note signed before the root key was renewed still holds', () => {
  expect(readCheckpoint(renewed, origin, signCheckpoint(old, origin, said))).toEqual(said)
  expect(signCheckpoint(renewed, origin, said)).not.toBe(signCheckpoint(old, origin, said))
})

test('what was changed, or signed by others, is found out', () => {
  const note = signCheckpoint(old, origin, said)
  expect(readCheckpoint(old, origin, note.replace('1024', '1025'))).toBe('signature')
  expect(readCheckpoint(old, origin, note.replace('up-to 2026-11-24T02:00', 'up-to 2026-11-24T01:00'))).toBe('signature')
  expect(readCheckpoint(old, origin, signCheckpoint(others, origin, said))).toBe('key')
  expect(readCheckpoint(old, '330326.xiaokang/audit', note)).toBe('origin')
  expect(readCheckpoint(old, origin, note + 'more\n')).toBe('form')
})

test('notes are found in a file among other words, with the line ends of any system', () => {
  const notes = [signCheckpoint(old, origin, said), signCheckpoint(renewed, origin, { ...said, size: 2000 })]
  expect(notesIn(`十一月的存证：\r\n${notes.join('\n').replaceAll('\n', '\r\n')}\r\n收到。`)).toEqual(notes)
  expect(notesIn('没有')).toEqual([])
})
