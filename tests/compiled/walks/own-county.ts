import type { Day } from '#domain/time/dates'
import type { Look, Looks, Proxy } from '#contract/household/farmer'
import { everyday, farmer, farmerFile, farmerMoney, nobody, purposeAsked, workerFile } from '../programs/replies'
import { given, type Answers, noNetwork } from '../programs/wire'

/** The county behind what a farmer does about their own file, and a grid worker for them. */

const look = (n: number, over: Partial<Look> = {}): Look => ({
  id: `look-${n}`,
  group: 'others',
  at: `2026-10-0${n}T01:15:00.000Z`,
  granted: true,
  kind: 'file',
  unit: '南田镇人民政府',
  role: '网格员',
  own: false,
  purpose: '巡访',
  consent: 'self',
  parts: ['helpers', 'members'],
  fields: [],
  complained: false,
  n,
  ...over,
})
const looks: Look[] = [
  look(4, { kind: 'emergency', unit: '县民政局', role: '工作人员', purpose: '紧急情况', parts: ['money', 'members'], fields: ['电话'] }),
  look(3, { group: 'refused', granted: false, unit: '县农业农村局', role: '帮扶干部', parts: [] }),
  look(2, { group: 'own', own: true, unit: '本人', role: '本人' }),
  look(1),
]
const proof = { size: 120, root: 'a1b2c3d4e5f60718', at: '2026-10-12T00:00:00.000Z' }
const marks = looks.map(({ n = 0 }) => ({ n, mark: `mark-${n}` }))
const wholeList: Looks = { looks, older: [], marks, chained: 4, proof }
/** The same list after somebody took the third look out of it. */
export const listWithout3: Looks = { ...wholeList, looks: looks.filter(({ n }) => n !== 3), marks: marks.filter(({ n }) => n !== 3) }

const proxy: Proxy = {
  id: 'proxy-1',
  name: '陈小妹',
  relation: '女儿',
  parts: ['money'],
  from: '2026-10-12',
  until: '2026-11-12',
  by: 'self',
  state: 'waiting',
}
const complaint = {
  id: 'request-1',
  kind: 'complaint' as const,
  about: '南田镇人民政府 网格员 10月1日',
  at: '2026-10-12T00:30:00.000Z',
  to: '县纪委监委',
}

const refusedLine = farmerMoney.lines.find(({ state }) => state === 'failed')!

/** A farmer's county; `bound`: whether the grid worker has confirmed by now. */
export const ownCounty = (bound = () => true): Partial<Answers> => ({
  ...everyday,
  'identity.me': () => given(bound() ? farmer : nobody),
  'household.cases': () => given({ cases: [] }),
  'household.lookup': () =>
    given(
      bound()
        ? farmerFile
        : { kind: 'stranger', county: { name: '文成县', helpLine: { label: '服务台', phone: '0577-00000000' }, lostCode: '到村里换。' } },
    ),
  'household.mine': () => given(farmerFile),
  'household.money': () => given(farmerMoney),
  'household.confirmMoney': ({ said }) =>
    given({
      line: { ...refusedLine, told: { said, on: '2026-10-12', by: 'own' }, asked: { to: '县残联', dueOn: '2026-10-22' } },
    }),
  'household.looks': () => given(wholeList),
  'household.complain': ({ words }) => given({ request: { ...complaint, words } }),
  'household.correct': ({ words }) => given({ request: { ...complaint, kind: 'correction', about: '钱', to: '县残联', words } }),
  'household.requests': () =>
    given({ requests: [{ ...complaint, words: '那天没人来', answer: '已查，是巡访，已说明。', answeredAt: '2026-10-12T00:20:00.000Z' }] }),
  'household.proxies': () => given({ proxies: [] }),
  'household.allow': ({ name, relation, parts, until }) =>
    given({ proxy: { ...proxy, name, relation, parts, until: until as Day }, code: 'ABCDEFGHJKMN', codeUntil: '2026-10-13T00:30:00.000Z' }),
  'identity.phones': () =>
    given({
      phones: [
        { id: 'a', platform: 'wechat', boundOn: '2026-10-01', thisOne: true, state: 'active' },
        { id: 'b', platform: 'h5', boundOn: '2026-09-01', thisOne: false, state: 'active' },
      ],
    }),
  'identity.unbind': () => given({ left: true, trusts: [], phones: [] }),
  'identity.news': () => given({ news: [] }),
  'household.copy': () =>
    given({
      madeAt: '2026-10-12T00:30:00.000Z',
      sections: [{ id: 'person', title: '本人', source: '县民政局', rows: [{ label: '身份证号', value: '330328************' }] }],
    }),
})

/** A village's county for whoever visits there; without `signal` it hears of nothing but the list and the keys. */
export const visitedCounty = (signal: () => boolean): Partial<Answers> => ({
  ...everyday,
  'field.homes': () =>
    given({
      ...{ role: 'grid-worker', today: '2026-10-12', more: 0 },
      homes: [{ id: 'h1', who: '程**', village: '三垟坪村', due: { rule: 'monthly', why: '村里每月走访', on: '2026-10-20', late: false } }],
    }),
  'field.outbox': () => given({ keys: ['0a'.repeat(32)], last: 4, missing: [], warn: false }),
  'field.homeAt': () => noNetwork,
  'field.visit': () => (signal() ? given({ noted: true, version: 1, partsMissing: [] }) : noNetwork),
})

/** A grid worker's county: `confirm` answers the six digits. */
export const workerCounty = (confirm: Answers['identity.bindConfirm']): Partial<Answers> => ({
  ...everyday,
  'household.lookup': ({ purpose }) => given(purpose ? workerFile : purposeAsked),
  'identity.bindConfirm': confirm,
})
