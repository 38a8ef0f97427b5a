import type { household } from '#contract/household/actions'
import type { OwnMoneyLine } from '#contract/household/own-money'
import { checkOften } from '#affairs/confirmations/how-often'
import { wordOf } from '#affairs/confirmations/word-of'
import { loadFile } from '#affairs/file/load'
import { ownMoneyOf, ownSince } from '#affairs/file/own-money'
import { newestWords } from '#affairs/file/parts/money'
import type { LoadedFile } from '#affairs/file/lists'
import { checkOwnWord } from '#affairs/trust/vouching'
import type { Said } from '#domain/money/said'
import type { Fen } from '#domain/money/money'
import { sayDay } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { keepWord, type Confirmation } from '#store/money/confirmations'
import type { Person } from '#store/people/register'
import { whoseWord } from './whose'

interface Word {
  paymentId: string
  said: Said
  cameFen: Fen | null
  by: Confirmation['by']
}

/** 收到了, 没收到, 数目不对: kept beside what the bank says, and instead of nothing; what is disputed goes to whoever pays. */
export const confirmMoney: Action<typeof household.confirmMoney> = async ({ proxyId, paymentId, said, cameFen }, on) => {
  const { caller, person, householdId, relation } = await whoseWord(on, proxyId, 'money')
  await checkOwnWord(on)
  const load = () => loadFile(on, caller, householdId, ['money'], ownSince(on.moment.today))
  const lineIn = async (file: LoadedFile | undefined) =>
    file && (await ownMoneyOf(on, file, relation === 'self')).lines.find(({ id }) => id === paymentId)
  const file = await load()
  const line = await lineIn(file)
  await recordLook(on, caller, {
    ...{ action: 'household.confirmMoney', granted: line !== undefined, householdId, personId: person._id, relation },
    about: { kind: 'payment', id: paymentId },
  })
  if (!file || !line) throw refusals.notFound('没有找到这一笔钱。请下拉刷新再看。')
  checkWord(line, said, cameFen, on)
  const word: Word = { paymentId, said, cameFen: said === 'other-amount' ? cameFen! : null, by: relation === 'self' ? 'own' : 'relative' }
  await say(on, person, file, word)
  return { line: (await lineIn(await load()))! }
}

/** @throws Refusal that says what can be said of this line, and when. */
function checkWord(line: OwnMoneyLine, said: Said, cameFen: Fen | undefined, { moment }: On): void {
  if (!line.canSay.includes(said)) {
    if (line.retriedIn) throw refusals.badInput('这一笔没入账，已经另外补发。请在补发的那一笔上说。')
    if (line.expectedBy && said === 'not-received')
      throw refusals.badInput(`这一笔还没到该到的日子，最晚${sayDay(line.expectedBy, moment.today)}到。过了那天还没有，再点“没收到”。`)
    throw refusals.badInput('银行说这一笔没有入账。没收到请点“没收到”，收到了请点“收到了”。')
  }
  if (said !== 'other-amount') return
  if (cameFen === undefined || cameFen <= 0) throw refusals.badInput('请写收到了多少元。一分也没收到，请点“没收到”。')
  if (cameFen === line.dueFen) throw refusals.badInput('写的和该领的一样多。数目对的，请点“收到了”。')
  if (cameFen > 100_000_000_00) throw refusals.badInput('这个数太大了。请看一看存折，再写收到了多少元。')
}

/** Of two who say something at once one does, and the other sees what stands. */
async function say(on: On, person: Person, file: LoadedFile, { paymentId, ...said }: Word): Promise<void> {
  const row = file.plan.find(({ _id }) => _id === paymentId)!
  const former = newestWords(file.words).get(row._id)
  const word = await wordOf(on, { person, home: file.household, row, former }, said)
  if (!word) return
  checkOften(
    on,
    '这一笔',
    file.words.flatMap((one) => (one.paymentId === paymentId ? one.at : [])),
  )
  await keepWord(on.db, word)
}
