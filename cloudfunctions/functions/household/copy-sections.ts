import type { DataCopy } from '#contract/household/farmer'
import { placeOf } from '#domain/place/divisions'
import { maskCard, maskIdNumber, maskPhones } from '#domain/people/masks'
import { yuan } from '#domain/money/money'
import { maskName } from '#domain/people/names'
import { categoryNames, partNames } from '#domain/register/register'
import { settle } from '#domain/money/settlement'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Account } from '#store/access/accounts'
import type { Contact } from '#store/people/contacts'
import type { DoctorContract, Pairing } from '#store/people/helpers'
import type { Dividend, Payment, Receipt } from '#store/money/money'
import type { Proxy } from '#store/access/proxies'
import type { Household, Person, RegisterEvent } from '#store/people/register'
import type { FarmerRequest } from '#store/work/requests'

/** All that is kept of one person and their household. */
export interface Kept {
  person: Person
  home: Household
  plan: Payment[]
  answers: Receipt[]
  shares: Dividend[]
  cadres: Pairing[]
  doctors: DoctorContract[]
  history: RegisterEvent[]
  requests: FarmerRequest[]
  proxies: Proxy[]
  phones: Account[]
  contact: Contact | undefined
}

type Section = DataCopy['sections'][number]
const platforms = { wechat: '微信', alipay: '支付宝', h5: '浏览器' } as const
const row = (label: string, value: string | number | null | undefined) =>
  value === null || value === undefined || value === '' ? [] : [{ label, value: String(value) }]

/** The copy as sections that a person can read, each with the unit it comes from. Other people's names stay masked. */
export function sectionsOf({ keys, county }: On, kept: Kept): Section[] {
  const { person, home, contact } = kept
  const agency = (id: string) => county.agencies.find((one) => one.id === id)?.name ?? id
  const place = placeOf(county, home.villageCode)
  const sections: Section[] = [
    {
      id: 'person',
      title: '我',
      source: agency(county.sources.members),
      rows: [
        ...row('姓名', person.name),
        ...row('身份证号', maskIdNumber(open(keys, person.idSealed))),
        ...row('性别', person.sex),
        ...row('出生日期', person.birth),
        ...row('在册', person.onRegister ? '是' : '否'),
        ...row('登记的手机', contact && maskPhones(open(keys, contact.phoneSealed))),
      ],
    },
    {
      id: 'household',
      title: '我家',
      source: agency(county.sources.members),
      rows: [
        ...row('户主', home.headName),
        ...row('地方', place && place.town.name + place.village.name),
        ...row('类别', categoryNames[home.category]),
        ...row('证号', home.certificateNo),
        ...row('每月', home.monthlyFen === null ? null : `${yuan(home.monthlyFen)} 元`),
        ...row('从哪个月起', home.startMonth),
        ...home.members.filter(({ personId }) => personId !== home.headId).flatMap(({ name, relation }) => row(relation, maskName(name))),
      ],
    },
    { id: 'money', title: '钱', source: agency(county.sources.money), rows: moneyRows(kept, keys, county) },
    {
      id: 'dividends',
      title: '分红',
      source: agency(county.sources.dividends),
      rows: kept.shares.flatMap((share) =>
        row(`${share.year} 年 ${share.scheme}`, `本金 ${yuan(share.principalFen)} 元，分红 ${yuan(share.dividendFen)} 元`),
      ),
    },
    {
      id: 'helpers',
      title: '帮我家的人',
      source: agency(county.sources.helpers),
      rows: [
        ...kept.cadres.flatMap(({ name, unit, measures, lastVisit }) =>
          row(
            `帮扶干部 ${name}（${unit}）`,
            [measures.join('、'), lastVisit && `上次来 ${lastVisit}`].filter(Boolean).join('；') || '结对',
          ),
        ),
        ...kept.doctors.flatMap(({ name, clinic, signedOn, groupSealed, personId }) =>
          row(
            `家庭医生 ${name}（${clinic}）`,
            [signedOn && `${signedOn} 签约`, personId === person._id && open(keys, groupSealed)].filter(Boolean).join('；') || '签约',
          ),
        ),
      ],
    },
    {
      id: 'history',
      title: '进出名册',
      source: agency(county.sources.members),
      rows: kept.history.flatMap(({ kind, on, reason }) => row(`${on} ${kind === 'entry' ? '纳入' : '退出'}`, reason || '名册')),
    },
    {
      id: 'requests',
      title: '我的更正和投诉',
      source: '我自己',
      rows: kept.requests.flatMap((request) =>
        row(
          `${request.at.slice(0, 10)} ${request.about}`,
          `${open(keys, request.wordsSealed)}${request.answerSealed ? `（答复：${open(keys, request.answerSealed)}）` : ''}`,
        ),
      ),
    },
    {
      id: 'proxies',
      title: '我让谁看',
      source: '我自己',
      rows: kept.proxies.flatMap(({ name, relation, parts, until, revoked }) =>
        row(`${name}（${relation}）`, `${parts.map((part) => partNames[part]).join('、')}，${revoked ? '已收回' : `到 ${until}`}`),
      ),
    },
    {
      id: 'phones',
      title: '我的手机',
      source: '我自己',
      rows: kept.phones.flatMap(({ platform, person: bound }) => row(platforms[platform], `${bound?.boundOn ?? ''} 绑定`)),
    },
  ]
  return sections
}

function moneyRows({ plan, answers }: Kept, keys: On['keys'], county: On['county']): Section['rows'] {
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
    return row(`${line.period} ${name}`, `${yuan(line.dueFen)} 元，${state}，卡号 ${maskCard(open(keys, cards.get(line._id)!.cardSealed))}`)
  })
}
