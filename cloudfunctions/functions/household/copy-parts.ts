import { categoryName } from '#domain/county/categories'
import { yuan } from '#domain/money/money'
import { sayFacts, type AwardFacts } from '#domain/money/awards'
import { sayerNames, saySaidOf } from '#domain/money/said'
import { settle } from '#domain/money/settlement'
import { maskCard } from '#domain/people/masks'
import { maskName } from '#domain/people/names'
import { sayPeriod } from '#domain/time/list-periods'
import { membershipStateNames } from '#domain/work/memberships'
import { placeOf } from '#domain/place/divisions'
import type { HouseholdPart } from '#domain/register/register'
import { contentOf } from '#affairs/plans/content'
import { inOrder, tellIncome } from '#affairs/incomes/assess'
import type { Lists } from '#affairs/file/lists'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Household, Person } from '#store/people/register'
import { planRows } from './copy-plan'
import { row, type Section } from './copy-row'

/** What is kept of a person's household. */
export interface KeptHome extends Lists {
  person: Person
  home: Household
}
type Told = Omit<Section, 'source'>

/** How each part of a household's file is copied, in the order of the copy. */
export const copyParts: Record<HouseholdPart, (on: On, kept: KeptHome) => Told | undefined> = {
  members: ({ county }, { home }) => {
    const place = placeOf(county, home.villageCode)
    return {
      id: 'household',
      title: '我家',
      rows: [
        ...row('户主', home.headName),
        ...row('地方', place && place.town.name + place.village.name),
        ...row('类别', categoryName(county, home.category)),
        ...row('证号', home.certificateNo),
        ...row('每月', home.monthlyFen === null ? null : `${yuan(home.monthlyFen)} 元`),
        ...row('从哪个月起', home.startMonth),
        ...home.members.filter(({ personId }) => personId !== home.headId).flatMap(({ name, relation }) => row(relation, maskName(name))),
      ],
    }
  },
  money: (on, kept) => ({ id: 'money', title: '钱', rows: moneyRows(kept, on) }),
  dividends: ({ keys }, { shares, pooled }) => ({
    id: 'dividends',
    title: '分红',
    rows: [
      ...shares.flatMap((share) =>
        row(`${share.year} 年 ${share.scheme}`, `本金 ${yuan(share.principalFen)} 元，分红 ${yuan(share.dividendFen)} 元`),
      ),
      ...pooled.flatMap(({ scheme, state, inFen, returnedFen, toldOn, toldSealed }) =>
        row(
          `入股 ${scheme}`,
          [
            `${membershipStateNames[state]}；本金 ${yuan(inFen)} 元，退了 ${yuan(returnedFen)} 元`,
            toldOn && toldSealed && `${toldOn} 告知：${open(keys, toldSealed)}`,
          ]
            .filter(Boolean)
            .join('；'),
        ),
      ),
    ],
  }),
  awards: ({ keys, county }, { listed, person }) => ({
    id: 'awards',
    title: '名册上的补助',
    rows: listed.flatMap(({ personId, called, forWhom, period, amountFen, agency, factsSealed }) => {
      const list = county.agencies.find(({ id }) => id === agency)?.name ?? agency
      // Where one goes to school, and one's disability, are one's own.
      const facts = personId === person._id && sayFacts(JSON.parse(open(keys, factsSealed)) as AwardFacts)
      const whose = forWhom && personId !== person._id ? `（给${forWhom}）` : ''
      return row(
        `${sayPeriod(period)} ${called}${whose}`,
        [`${yuan(amountFen)} 元`, list && `${list}的名册`, facts].filter(Boolean).join('，'),
      )
    }),
  }),
  income: (on, { stated }) => ({
    id: 'income',
    title: '收入',
    rows: inOrder(stated).flatMap((one) => {
      const { months, said, sum } = tellIncome(on, one, { evidence: false })
      return row(months, `${sum.map(({ name, says }) => `${name} ${says}`).join('，')}（${said}）`)
    }),
  }),
  // They are read off the money, the dividends and the doctors; nothing else is kept of them.
  policies: () => undefined,
  helpers: ({ keys, county }, { person, cadres, doctors, planned }) => ({
    id: 'helpers',
    title: '帮我家的人',
    rows: [
      ...cadres.flatMap(({ name, unit, measures, lastVisit }) =>
        row(`帮扶干部 ${name}（${unit}）`, [measures.join('、'), lastVisit && `上次来 ${lastVisit}`].filter(Boolean).join('；') || '结对'),
      ),
      ...doctors.flatMap(({ name, clinic, signedOn, groupSealed, personId }) =>
        row(
          `家庭医生 ${name}（${clinic}）`,
          [signedOn && `${signedOn} 签约`, personId === person._id && open(keys, groupSealed)].filter(Boolean).join('；') || '签约',
        ),
      ),
      ...planRows(county, contentOf(keys, planned[0])),
    ],
  }),
}

function moneyRows({ plan, answers, words }: Lists, { keys, county }: On): Section['rows'] {
  const cards = new Map(plan.map((one) => [one._id, one]))
  return settle(plan, answers, county.texts.bankReasons, '').flatMap((line) => {
    const name = county.programmes.find(({ id }) => id === line.programme)?.name ?? line.programme
    const state =
      line.state === 'credited'
        ? `${line.creditedOn ?? ''} 到账${line.paidFen === undefined ? '' : ` ${yuan(line.paidFen)} 元`}`
        : line.state === 'failed'
          ? `没到，银行说：${line.reason!.text}`
          : line.state === 'checking'
            ? '待核对'
            : '还没到'
    const said = words
      .filter(({ paymentId }) => paymentId === line._id)
      .sort((a, b) => a.n - b.n)
      .map(({ said, cameFen, by, at }) => `${countyTime(at).day} ${sayerNames[by]}说${saySaidOf(said, cameFen)}`)
    return row(
      `${line.period} ${name}`,
      [`${yuan(line.dueFen)} 元`, state, `卡号 ${maskCard(open(keys, cards.get(line._id)!.cardSealed))}`, ...said].join('，'),
    )
  })
}
