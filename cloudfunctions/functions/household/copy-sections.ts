import { maskIdNumber, maskPhones } from '#domain/people/masks'
import { partNames, type HouseholdPart } from '#domain/register/register'
import { open } from '#kernel/seal/seal'
import type { Source } from '#affairs/stated/gather'
import { saySource, sayValue } from '#affairs/stated/words'
import { statedNames, type StatedField } from '#domain/people/stated'
import type { On } from '#kernel/call/on'
import type { Account } from '#store/access/accounts'
import type { Contact } from '#store/people/contacts'
import type { Proxy } from '#store/access/proxies'
import type { MedicalBill } from '#store/people/medical'
import type { OwnVisit } from '#contract/household/own-visits'
import { visitWordNames } from '#domain/work/visit-words'
import { registerEventNames } from '#domain/register/events'
import type { RegisterEvent } from '#store/people/register'
import type { FarmerRequest } from '#store/work/requests'
import { billRows } from './copy-bills'
import { copyParts, type KeptHome } from './copy-parts'
import { row, type Section } from './copy-row'

/** All that is kept of one person and their household. */
export interface Kept extends KeptHome {
  history: RegisterEvent[]
  requests: FarmerRequest[]
  proxies: Proxy[]
  phones: Account[]
  contact: Contact | undefined
  /** What files say of the person themselves. */
  said: Source[]
  /** The person's own; those of others in the household are theirs to see. */
  bills: MedicalBill[]
  visits: OwnVisit[]
}

const platforms = { wechat: '微信', alipay: '支付宝', h5: '浏览器' } as const

/** That somebody died is told by an officer who has looked into it, and by no copy. */
export const toldInCopy: StatedField[] = ['name', 'home', 'category', 'phone']

/** The copy as sections that a person can read, each with the unit it comes from. Other people's names stay masked. */
export function sectionsOf(on: On, kept: Kept): Section[] {
  const { keys, county } = on
  const { person, contact } = kept
  const agency = (id: string) => county.agencies.find((one) => one.id === id)?.name ?? id
  return [
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
    ...(Object.keys(copyParts) as HouseholdPart[]).flatMap((part) => {
      const told = copyParts[part](on, kept)
      return told ? [{ ...told, source: agency(county.sources[part]) }] : []
    }),
    ...(kept.bills.length === 0
      ? []
      : [{ id: 'bills', title: '医药费', source: agency(kept.bills[0]!.agency), rows: billRows(keys, kept.bills) }]),
    ...(kept.visits.length === 0
      ? []
      : [{ id: 'visits', title: '谁来看过我们', source: '来走访的单位', rows: kept.visits.flatMap(visitRow) }]),
    {
      id: 'said',
      title: '各单位的文件怎么写我',
      source: '各单位',
      rows: kept.said.flatMap((one) =>
        row(
          statedNames[one.field],
          `${one.field === 'name' ? one.value : one.field === 'phone' ? maskPhones(one.value) : sayValue(county, one.field, one.value)}（${saySource(county, one)}${one.undated ? '' : `，${one.day}`}）`,
        ),
      ),
    },
    {
      id: 'history',
      title: '进出名册',
      source: agency(county.sources.members),
      rows: kept.history.flatMap(({ kind, on, reason }) => row(`${on} ${registerEventNames[kind]}`, reason || '名册')),
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
}

const visitRow = ({ on, unit, role, who, met, talked, unchanged, wrote = [], told }: OwnVisit) =>
  row(
    `${on} ${unit}${role} ${who}`,
    [met && `见到了${met}`, unchanged && '无变化', talked, ...wrote, told && `我家说：${visitWordNames[told.said]}`]
      .filter(Boolean)
      .join('；'),
  )
