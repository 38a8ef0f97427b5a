import type { household } from '#contract/household/actions'
import type { OwnMoneyLine } from '#contract/household/own-money'
import { loadFile } from '#affairs/file/load'
import { ownMoneyOf, ownSince } from '#affairs/file/own-money'
import { newestWords } from '#affairs/file/parts/money'
import type { LoadedFile } from '#affairs/file/lists'
import { checkOwnWord } from '#affairs/trust/vouching'
import { normOn } from '#domain/county/parameters'
import { claimKey } from '#domain/money/claims'
import { isDispute, saySaidOf, type Said } from '#domain/money/said'
import type { Fen } from '#domain/money/money'
import { sayDay } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import { seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { keepWord, type Confirmation } from '#store/money/confirmations'
import type { Person } from '#store/people/register'
import { requests } from '#store/work/requests'
import { whoseMoney } from './money'
import { requestFrom } from './send-request'

interface Word {
  paymentId: string
  said: Said
  cameFen: Fen | null
  by: Confirmation['by']
}

/** 收到了, 没收到, 数目不对: kept beside what the bank says, and instead of nothing; what is disputed goes to whoever pays. */
export const confirmMoney: Action<typeof household.confirmMoney> = async ({ proxyId, paymentId, said, cameFen }, on) => {
  const { caller, person, householdId, relation } = await whoseMoney(on, proxyId)
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
  await say(on, person, file, line, word)
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

/** Of two who say something at once one does, and the other sees what stands. The same word, while it holds, is the one that is there. */
async function say(on: On, person: Person, file: LoadedFile, line: OwnMoneyLine, word: Word): Promise<void> {
  const { db, county, moment, keys } = on
  const row = file.plan.find(({ _id }) => _id === word.paymentId)!
  const former = newestWords(file.words).get(row._id)
  const asked = former?.requestId ? await findById(db, requests, former.requestId) : undefined
  const isOpen = asked !== undefined && asked.answeredAt === null
  if (former?.said === word.said && former.cameFen === word.cameFen && (isOpen || !isDispute(word.said))) return
  const programme = county.programmes.find(({ id }) => id === row.programme)
  const words = saySaidOf(word.said, word.cameFen)
  const n = (former?.n ?? -1) + 1
  const request = isDispute(word.said)
    ? requestFrom(on, person, file.household, {
        _id: `money-${row._id}-${n}`,
        kind: 'money',
        about: `${line.name} ${row.period}：${words}`,
        part: 'money',
        paymentId: row._id,
        lookId: null,
        toAgencyId: programme?.agency ?? county.sources.money,
        words: word.by === 'own' ? `本人说：${words}。` : `家人代说：${words}。`,
        days: normOn(county, 'money-answer-days', moment.today),
      })
    : undefined
  const kept: Confirmation = {
    ...{ _id: `${row._id}-${n}`, n, ...word },
    claim: claimKey(new Map(county.programmes.map((one) => [one.id, one])), row),
    ...{ personId: row.personId, householdId: row.householdId, programme: row.programme, month: row.month },
    ...{ requestId: request?._id ?? null, at: moment.iso },
  }
  const end = {
    answerSealed: seal(keys, request ? '后来改了说法，按新的一件办。' : '后来说收到了，这一件就此了结。'),
    ...{ answeredBy: word.by === 'own' ? '本人' : '家人', answeredAt: moment.iso },
  }
  await keepWord(db, kept, request, isOpen ? { id: asked._id, end } : undefined)
}
