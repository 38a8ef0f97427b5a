import type { MoneyStep } from '#contract/supervision/money'
import { roleNames } from '#domain/access/staff'
import { unitName } from '#domain/access/posts'
import { saidByBank } from '#domain/money/line-answers'
import { yuan } from '#domain/money/money'
import type { ClaimFacts } from '#domain/money/reconcile-facts'
import { saySaidOf } from '#domain/money/said'
import { countyDay, type Day } from '#domain/time/dates'
import { isAtBank } from '#domain/work/batches'
import { lineActNames, lineStateNames } from '#domain/work/batch-lines'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { fileSources, imports } from '#store/intake/intake'
import { batches, batchEvents, batchLines, type BatchEvent } from '#store/money/batches'
import { confirmations } from '#store/money/confirmations'
import { payments, receipts } from '#store/money/money'

/** The way of a due's money, in the order of days: planned, in batches, at the bank, and what the farmer says. */
export async function wayOf(on: On, facts: ClaimFacts): Promise<MoneyStep[]> {
  const { db, county } = on
  const ids = (list: readonly { _id: string }[]) => list.map(({ _id }) => _id)
  const [rows, lines, answers, words, events] = await Promise.all([
    findIn(db, payments, '_id', ids(facts.rows)),
    findIn(db, batchLines, '_id', ids(facts.lines)),
    findIn(db, receipts, '_id', ids(facts.receipts)),
    findIn(db, confirmations, '_id', ids(facts.confirmations)),
    findIn(db, batchEvents, 'lineId', ids(facts.lines)),
  ])
  const [inBatches, sourceOf] = await Promise.all([
    findIn(
      db,
      batches,
      '_id',
      lines.map(({ batchId }) => batchId),
    ),
    sourcesOf(on, [...rows, ...answers]),
  ])
  const reasonOf = new Map(county.texts.bankReasons.map(({ code, reason }) => [code, reason]))
  const nameOf = new Map(inBatches.map(({ _id, name }) => [_id, name]))
  const steps: MoneyStep[] = [
    ...rows.map((row) => ({
      kind: 'planned' as const,
      words: `${agencyOf(on, row.programme)}的计划排了 ${yuan(row.dueFen)} 元`,
      ...(row.saidOn && { on: row.saidOn }),
      ...sourceOf(row),
    })),
    ...lines.map((line) => {
      const batch = inBatches.find(({ _id }) => _id === line.batchId)
      const state = line.state === 'planned' && batch && isAtBank(batch.state) ? '在银行' : lineStateNames[line.state]
      return {
        kind: 'batch' as const,
        words: `${nameOf.get(line.batchId) ?? ''} 第 ${line.n} 笔 ${yuan(line.amountFen)} 元：${state}`,
        ...{ on: line.since, batchId: line.batchId, lineId: line._id, lineState: line.state },
      }
    }),
    ...events.flatMap((event): MoneyStep[] => (event.act in lineActNames ? [stepOf(event)] : [])),
    ...answers.map((line) => ({
      kind: 'bank' as const,
      words: `银行：${yuan(line.amountFen)} 元${saidByBank[line.state]}${line.state === 'credited' ? '' : `，${reasonOf.get(line.code) ?? (line.text || line.code)}`}`,
      ...((line.postedOn ?? line.day) && { on: line.postedOn ?? line.day }),
      ...sourceOf(line),
    })),
    ...words.map(({ said, cameFen, by, at }) => ({
      kind: 'farmer' as const,
      words: `${by === 'relative' ? '农户的家人' : '农户'}说：${saySaidOf(said, cameFen)}`,
      on: countyDay(Date.parse(at)),
    })),
  ]
  return steps.sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
}

const agencyOf = ({ county }: On, programme: string): string =>
  unitName(county, county.programmes.find(({ id }) => id === programme)?.agency ?? county.sources.money)

/** What a person did with a line: who, by unit and post. */
const stepOf = ({ act, at, by, amountFen, batchId, lineId }: BatchEvent): MoneyStep => ({
  kind: 'batch',
  words: `${by.as === 'staff' ? `${by.agency}的${roleNames[by.role]}` : '系统'}：${lineActNames[act as keyof typeof lineActNames]}${amountFen === null ? '' : ` ${yuan(amountFen)} 元`}`,
  ...{ on: countyDay(Date.parse(at)), batchId, ...(lineId !== null && { lineId }) },
})

interface Said {
  importId: string
  sheet?: string
  row?: number
}

/** Where rows stand, as their files say. */
async function sourcesOf({ db }: On, said: readonly Said[]): Promise<(one: Said) => Pick<MoneyStep, 'source'>> {
  const ids = said.map(({ importId }) => importId)
  const [files, days] = await Promise.all([findIn(db, imports, '_id', ids, ['fileName']), findIn(db, fileSources, '_id', ids, ['day'])])
  const nameOf = new Map(files.map(({ _id, fileName }) => [_id, fileName]))
  const dayOf = new Map<string, Day | undefined>(days.map(({ _id, day }) => [_id, day ?? undefined]))
  return ({ importId, sheet, row }) => {
    const file = nameOf.get(importId)
    const day = dayOf.get(importId)
    return file === undefined ? {} : { source: { file, ...(sheet && { sheet }), ...(row !== undefined && { row }), ...(day && { day }) } }
  }
}
