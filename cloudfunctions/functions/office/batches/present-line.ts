import type { BatchLineFile, BatchLineRow } from '#contract/office/batch-lines'
import { checkName } from '#domain/money/batch-checks'
import { maskCard } from '#domain/people/masks'
import { maskName } from '#domain/people/names'
import { lineActNames, type LineAct } from '#domain/work/batch-lines'
import { allowedWithLines } from '#affairs/batches/allowed'
import { saidStep } from '#affairs/file/way-of-line'
import { areaName } from '#affairs/grants/present-grant'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { findById, findIn } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { entitlements } from '#store/money/entitlements'
import { findBatch, findLine, lineHistory } from '#store/money/batch-acts'
import type { Batch, BatchEvent, BatchLine, MendedAccount } from '#store/money/batches'
import { confirmations, type Confirmation } from '#store/money/confirmations'
import { payments, receipts, type Payment } from '#store/money/money'
import { persons } from '#store/people/register'
import { nameOfProgramme, presentBy } from './present'

/** Lines as they are listed: names and accounts masked. `can`: what the caller may do with each. */
export async function presentLineRows(on: On, lines: readonly BatchLine[], can: readonly LineAct[][]): Promise<BatchLineRow[]> {
  const people = await findIn(
    on.db,
    persons,
    '_id',
    lines.map(({ personId }) => personId),
    ['name'],
  )
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  return lines.map((line, i): BatchLineRow => {
    const { _id: id, n, serial, period, amountFen, state, since, flags, decided, creditedFen, recoveredFen, bankWords } = line
    const card = open(on.keys, line.cardSealed)
    return {
      ...{ id, n, period, amountFen, state, since, creditedFen, recoveredFen },
      who: maskName(nameOf.get(line.personId) ?? ''),
      place: line.townCode === '' ? '' : areaName(on.county, line.villageCode || line.townCode),
      programme: nameOfProgramme(on, line.programme),
      account: maskName(line.accountName),
      card: card === '' ? '没有卡号' : maskCard(card),
      flags: flags.map(({ code, why }) => ({ code, why, name: checkName(code) })),
      ...(serial !== null && { serial }),
      ...(decided !== null && { decided }),
      ...(bankWords !== null && { bankWords }),
      can: can[i]!,
    }
  })
}

/** One line with where it comes from, what the bank said, and all that was done about it. */
export async function presentLine(on: On, one: Staff, batch: Batch, line: BatchLine): Promise<BatchLineFile> {
  const { db, keys } = on
  const [payment, said, words, entitlement, history, [can], before, later] = await Promise.all([
    line.paymentId === null ? undefined : findById(db, payments, line.paymentId),
    findIn(db, receipts, '_id', line.receiptIds),
    findIn(db, confirmations, 'paymentId', line.paymentId === null ? [] : [line.paymentId]),
    findEntitlement(on, line),
    lineHistory(db, line._id),
    allowedWithLines(on, one, batch, [line]),
    besideOf(on, line.reissueOf),
    besideOf(on, line.reissuedAs),
  ])
  const files = await findIn(db, fileSources, '_id', [payment?.importId ?? '', ...said.map(({ importId }) => importId)], ['fileName'])
  const fileOf = new Map(files.map(({ _id, fileName }) => [_id, fileName]))
  const [row] = await presentLineRows(on, [line], [can!])
  const asked =
    line.state === 'mending' && line.mendSealed !== null ? (JSON.parse(open(keys, line.mendSealed)) as MendedAccount) : undefined
  const mend = [...history].reverse().find(({ act }) => act === 'mend')
  return {
    row: row!,
    batch: { id: batch._id, name: batch.name, ...(batch.handedOn !== null && { handedOn: batch.handedOn }) },
    from: fromOf(payment, fileOf, entitlement),
    receipts: said
      .sort((a, b) => (a.postedOn ?? a.day ?? '').localeCompare(b.postedOn ?? b.day ?? ''))
      .map(({ postedOn, day, amountFen, text, importId, row: at, state }) => ({
        ...((postedOn ?? day) && { on: (postedOn ?? day)! }),
        ...{ amountFen, says: text, file: fileOf.get(importId) ?? '', credited: state === 'credited' },
        ...(at !== undefined && { row: at }),
      })),
    said: words.sort((a, b) => a.n - b.n).map((word) => saidOf(word)),
    ...(before && { reissueOf: before }),
    ...(later && { reissuedAs: later }),
    ...(asked && mend && { mend: presentMend(on, asked, mend) }),
    history: history.map((event) => presentLineEvent(on, event)),
  }
}

const saidOf = (word: Confirmation): BatchLineFile['said'][number] => {
  const { on, words } = saidStep(word)
  return { on, words }
}

const findEntitlement = async ({ db }: On, { claim }: BatchLine): Promise<string | undefined> =>
  (await findIn(db, entitlements, 'claim', [claim], ['why']))[0]?.why

async function besideOf({ db }: On, id: string | null): Promise<{ id: string; batch: string } | undefined> {
  const line = id === null ? undefined : await findLine(db, id)
  const batch = line && (await findBatch(db, line.batchId))
  return batch && { id: line._id, batch: batch.name }
}

const fromOf = (payment: Payment | undefined, fileOf: Map<string, string>, why: string | undefined): BatchLineFile['from'] => ({
  ...(payment && fileOf.has(payment.importId) && { file: fileOf.get(payment.importId)! }),
  ...(payment?.sheet !== undefined && { sheet: payment.sheet }),
  ...(payment?.row !== undefined && { row: payment.row }),
  ...(why !== undefined && { why }),
})

/** The second person compares with the paper, so the name and the end of the number are shown. */
const presentMend = ({ keys }: On, { accountName, card }: MendedAccount, { wordsSealed, by }: BatchEvent) => ({
  ...{ account: accountName, card: maskCard(card), evidence: wordsSealed === null ? '' : open(keys, wordsSealed) },
  by: by.as === 'staff' ? `${by.name}（${by.agency}）` : '',
})

const followingNames: Record<string, string> = {
  ...{ credit: '回执：到账', refuse: '回执：没有入账', return: '回执：到账后退回', doubt: '回执看不明白', silence: '回执收回了' },
  ...{ reissue: '转到后面的批次', allBack: '都追回了' },
}

const presentLineEvent = ({ keys }: On, { at, act, to, by, wordsSealed, amountFen }: BatchEvent): BatchLineFile['history'][number] => ({
  ...{ at, act, to: to as BatchLine['state'], by: presentBy(by) },
  name: (lineActNames as Record<string, string>)[act] ?? followingNames[act] ?? act,
  ...(wordsSealed !== null && { words: open(keys, wordsSealed) }),
  ...(amountFen !== null && { amountFen }),
})
