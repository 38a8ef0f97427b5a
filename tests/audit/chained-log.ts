import { verifyAudit } from '#local/audit/verify'
import { audit, type AuditRecord } from '#store/audit'
import { auditCheckpoints, auditLeaves, latestCheckpoint, numbered, type AuditLeaf } from '#store/checkpoints'
import { find } from '#store/collection'
import { locks } from '#store/locks'
import { startCloud, type Cloud } from '../harness/cloud'
import { reachInto, type Hand } from './direct'
import { looksOf, patrol, write } from './looks'

const collections = [audit, auditLeaves, auditCheckpoints, locks].map(({ name }) => name)

/** A log that three patrols chained (20, 25 and 15 looks; 5 wait for the next), and a hand in its file whose doings are undone after each test. */
export class ChainedLog {
  cloud!: Cloud
  hand!: Hand
  /** All looks in their order. */
  looks!: AuditRecord[]
  /** The checkpoints' notes, as somebody may have kept them. */
  notes: string[] = []

  constructor() {
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
    for (const [m, many] of [[0, 20], [3, 25], [6, 15]] as const) {
      await write(this.cloud, looksOf(m, many))
      await patrol(this.cloud, m + 2)
      this.notes.push((await latestCheckpoint(this.cloud.db))!.note)
    }
    await write(this.cloud, looksOf(9, 5))
    this.looks = await find(this.cloud.db, audit, {}, { order: [['at', 'asc'], ['_id', 'asc']] })
  }
}
