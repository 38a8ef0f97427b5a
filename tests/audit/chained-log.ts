import { Places } from '#kernel/record/audit-leaf'
import { frontierOf, originOf, signCheckpoint } from '#kernel/record/checkpoint-note'
import { append, emptyFrontier, rootOf } from '#kernel/record/merkle'
import { verifyAudit } from '#local/audit/verify'
import { audit, type AuditRecord } from '#store/record/audit'
import {
  addCheckpoint,
  addLeaves,
  auditCheckpoints,
  auditLeaves,
  auditPage,
  latestCheckpoint,
  numbered,
  type AuditLeaf,
} from '#store/record/checkpoints'
import { find } from '#store/db/read'
import { insertMany } from '#store/db/write'
import { locks } from '#store/db/locks'
import { startCloud, type Cloud } from '../harness/cloud'
import { reachInto, type Hand } from './direct'
import { Hand as Writer, looksOf, minute, patrol, write } from './looks'

const collections = [audit, auditLeaves, auditCheckpoints, locks].map(({ name }) => name)

/**
 * A log that three patrols chained (20, 25 and 15 looks; 5 wait for the next), and a hand in its file whose doings are undone
 * after each test.
 */
export class ChainedLog {
  cloud!: Cloud
  hand!: Hand
  /** All looks in their order. */
  looks!: AuditRecord[]
  /** The checkpoints' notes, as somebody may have kept them. */
  notes: string[] = []

  /** Not sealed: a log as it was written and chained before its writers sealed what they write. */
  constructor(private readonly kind = { sealed: true }) {
    beforeAll(() => this.chain())
    afterAll(() => this.cloud.close())
    beforeEach(() => {
      this.hand = reachInto(this.cloud.dataDir, collections)
    })
    afterEach(() => {
      this.hand.undo()
      jest.useRealTimers()
    })
  }

  entry = (seq: number): AuditRecord => this.looks[seq - 1]!
  leaf = (seq: number) => this.hand.read('audit_leaves', numbered(seq)) as unknown as AuditLeaf
  /** How a finding names an entry. */
  named = (seq: number) => ({ seq, entryId: this.entry(seq)._id, at: this.entry(seq).at })
  finding = async (kept: string[] = []) => (await verifyAudit(this.cloud, kept)).finding

  private async chain(): Promise<void> {
    this.cloud = await startCloud()
    const writer = new Writer()
    for (const [m, many] of [
      [0, 20],
      [3, 25],
      [6, 15],
    ] as const) {
      await this.write(looksOf(m, many), writer)
      await (this.kind.sealed ? patrol(this.cloud, m + 2) : chainAsBefore(this.cloud, m + 1))
      this.notes.push((await latestCheckpoint(this.cloud.db))!.note)
    }
    await this.write(looksOf(9, 5), writer)
    this.looks = await find(
      this.cloud.db,
      audit,
      {},
      {
        order: [
          ['at', 'asc'],
          ['_id', 'asc'],
        ],
      },
    )
  }

  private write = (looks: AuditRecord[], writer: Writer): Promise<void> =>
    this.kind.sealed ? write(this.cloud, looks, writer) : insertMany(this.cloud.db, audit, looks)
}

/**
 * What the patrol did before entries were sealed: all up to a minute, in the order of their times, under a note that says
 * nothing of seals.
 */
async function chainAsBefore({ db, keys, county }: Cloud, m: number): Promise<void> {
  const latest = await latestCheckpoint(db)
  const page = await auditPage(db, { at: latest?.upTo ?? '' }, minute(m))
  const places = new Places()
  places.resume(await find(db, auditLeaves, {}, { order: [['_id', 'asc']] }))
  let tree = latest ? frontierOf(latest) : emptyFrontier
  const leaves = page.map((entry) => {
    const place = places.take(entry)
    tree = append(tree, Buffer.from(place.hash, 'hex'))
    return { _id: numbered(tree.size), entryId: entry._id, at: entry.at, householdId: entry.householdId, ...place }
  })
  await addLeaves(db, leaves)
  const said = { size: tree.size, root: rootOf(tree).toString('hex'), at: minute(m + 1), upTo: minute(m), previous: latest?.size ?? 0 }
  await addCheckpoint(db, {
    _id: numbered(tree.size),
    ...said,
    frontier: tree.nodes.map((node) => node.toString('hex')),
    note: signCheckpoint(keys, originOf(county), said),
  })
}
