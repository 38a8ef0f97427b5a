import { afterSending, sending, untold, type Delivery } from '#domain/money/arrivals'
import { addMonths, monthOf } from '#domain/time/dates'
import { counts } from '#kernel/access/vouched'
import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { tellByAlipay } from '#kernel/platforms/alipay-message'
import type { Message } from '#kernel/platforms/message'
import { tellByWechat } from '#kernel/platforms/wechat-message'
import { open } from '#kernel/seal/seal'
import { accounts, changeArrivals, type Account } from '#store/access/accounts'
import { find, findIn } from '#store/db/read'
import { payments, receipts } from '#store/money/money'

/** So many phones a chunk: each may wait some seconds for its platform. */
const atOnce = 20
const page = 'household/money/index'

/** What came of it, in numbers and of nobody: `dropped` were tried often enough. */
export type Told = Record<'sent' | 'unwanted' | 'failed' | 'dropped', number>
interface Cursor {
  after: string
  told: Told
}
const nothing: Cursor = { after: '', told: { sent: 0, unwanted: 0, failed: 0, dropped: 0 } }

/** Tells whoever agreed to it, and whose phone it is, that money has come: one message for all that came since the last. */
export const telling: KindOfJob<object, Cursor, Told> = {
  kind: 'arrivals',
  async chunk(on, { cursor }): Promise<Chunk<Cursor, Told>> {
    const { after, told } = cursor ?? nothing
    const some = await find(
      on.db,
      accounts,
      { 'arrivals.left': { $gt: 0 }, _id: { $gt: after } },
      { order: [['_id', 'asc']], limit: atOnce },
    )
    const sum = { ...told }
    const came = await cameTo(on, some)
    for (const account of some) {
      const delivery = await tell(on, account, came.get(account.arrivals!.personId) ?? [])
      if (delivery) sum[delivery] += 1
    }
    if (some.length < atOnce) return { result: sum }
    return { next: { after: some.at(-1)!._id, told: sum }, done: Object.values(sum).reduce((all, one) => all + one, 0), of: null }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
}

interface Came {
  paymentId: string
  importedAt: string
}

/** What the bank credited lately to each of these phones' persons. */
async function cameTo({ db, moment }: AtWork, some: readonly Account[]): Promise<Map<string, Came[]>> {
  const lately = { month: { $gte: addMonths(monthOf(moment.today), -2) } }
  const ids = some.map(({ arrivals }) => arrivals!.personId)
  const rows = await findIn(db, payments, 'personId', ids, ['personId'], lately)
  const answers = await findIn(
    db,
    receipts,
    'paymentId',
    rows.map(({ _id }) => _id),
    ['paymentId', 'importedAt'],
    { state: 'credited' },
  )
  const whose = new Map(rows.map(({ _id, personId }) => [_id, personId]))
  const came = new Map<string, Came[]>()
  for (const { paymentId, importedAt } of answers) {
    const personId = whose.get(paymentId!)!
    came.set(personId, [...(came.get(personId) ?? []), { paymentId: paymentId!, importedAt }])
  }
  return came
}

/** One phone: noted first, then told, then noted what came of it. Nothing where there is nothing to tell, or it is somebody else's now. */
async function tell(on: AtWork, account: Account, came: readonly Came[]): Promise<Delivery | 'dropped' | undefined> {
  const { arrivals, person } = account
  if (!arrivals || person?.personId !== arrivals.personId || !counts(person.vouched, on.moment.iso)) return undefined
  const rows = untold(arrivals, came)
  if (rows.length === 0 || !channelOf(on, account)) return undefined
  const then = sending(arrivals, rows)
  const noted = await changeArrivals(on.db, account, then)
  if (!noted) return undefined
  const delivery = await deliver(on, account)
  const last = afterSending(arrivals, then, delivery)
  await changeArrivals(on.db, noted, last)
  return last.dropped > arrivals.dropped ? 'dropped' : delivery
}

/** By which platform this phone can be told; nothing where the county has no template of it, or is not connected to it. */
const channelOf = ({ county, platforms }: AtWork, { platform, loginSealed }: Account): 'wechat' | 'alipay' | undefined =>
  platform !== 'h5' && loginSealed !== null && county.texts.arrivals?.[platform] && platforms[platform] ? platform : undefined

function deliver(on: AtWork, account: Account): Promise<Delivery> {
  const { county, platforms, keys, moment } = on
  const channel = channelOf(on, account)!
  const login = open(keys, account.loginSealed!)
  const message: Message = {
    ...county.texts.arrivals![channel]!,
    ...{ user: login.slice(login.indexOf(':') + 1), words: county.texts.arrivals!.words, page },
  }
  return channel === 'wechat' ? tellByWechat(platforms.wechat!, message) : tellByAlipay(platforms.alipay!, message, new Date(moment.iso))
}
