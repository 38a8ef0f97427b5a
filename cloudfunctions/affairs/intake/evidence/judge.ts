import type { Unit } from '#domain/money/amounts'
import type { Evidence, Said } from './columns'

/** What a column's cells say against what its heading says it holds, and whether they alone may say it. */

/**
 * What stands in a column's cells: they may confirm its heading, contradict it, or say it where no heading does. `called`: a person's
 * name, or a team's or an office's.
 */
export type Holds = 'id-number' | 'card' | 'name' | 'called' | 'amount' | 'date' | 'phone' | 'town' | 'village' | 'relation'

const notNames = ['id-number', 'card', 'phone', 'town', 'village', 'date', 'amount', 'sex', 'relation', 'serial', 'year', 'count'] as const
/** What cells are surely not, where they are something else. Small counts are no yuan; of 万元 they may be. */
const foreign: Partial<Record<Holds, readonly Said[]>> = {
  'id-number': ['card', 'phone', 'name', 'town', 'village', 'date', 'sex', 'relation', 'serial', 'year', 'count'],
  card: ['id-number', 'phone', 'name', 'town', 'village', 'date', 'sex', 'relation', 'serial', 'year', 'count'],
  name: [...notNames, 'other'],
  called: notNames,
  amount: ['id-number', 'card', 'phone', 'name', 'town', 'village', 'date', 'sex', 'relation', 'serial', 'year'],
  date: ['id-number', 'card', 'phone', 'name', 'town', 'village', 'sex', 'relation', 'serial', 'count'],
}
/** Numbers say it in one row; of words there must be some. */
const sureAlone: readonly Said[] = ['id-number', 'phone', 'date']

/** What the cells of a column are instead of what it should hold; nothing where they may be that. `unit`: of an amount. */
export function contradiction(holds: Holds | undefined, { filled, says, share }: Evidence, unit: Unit = '元'): Said | undefined {
  if (!holds || !says) return undefined
  // 202610 is a month, and may be an amount.
  if (filled < (sureAlone.includes(says) && !(says === 'date' && share('amount') > 0) ? 1 : 3)) return undefined
  if (foreign[holds]?.includes(says)) return holds === 'date' && says === 'count' && share('date-like') > 0.2 ? undefined : says
  if (holds === 'amount' && says === 'count' && (unit === '元' || unit === '分')) return says
  if (holds === 'date' && says === 'amount' && share('date-like') + share('date') < 0.2) return says
  return undefined
}

/** Whether cells alone, without a heading, say that a column holds this, and cannot be taken for anything else. */
export function isUnmistakable(holds: Holds | undefined, { filled, says, share }: Evidence): boolean {
  if (filled === 0) return false
  if (holds === 'id-number') return share('id-number') >= 0.8
  if (holds === 'card') return says === 'card' && share('card') >= 0.9
  if (holds === 'phone') return says === 'phone'
  return (holds === 'town' || holds === 'village') && says === holds && share(holds) >= 0.9
}

/** Whether a column may hold this, as far as its cells go: a person may be asked. */
export function mayHold(holds: Holds | undefined, evidence: Evidence): boolean {
  const { filled, says, share } = evidence
  if (filled === 0) return false
  switch (holds) {
    case 'id-number':
      return share('id-like') >= 0.5
    case 'card':
      return share('card-like') >= 0.5
    case 'phone':
      return share('phone') >= 0.5
    case 'amount':
      return share('amount') >= 0.5 && !['id-number', 'card', 'phone', 'serial', 'year', 'date'].includes(says ?? '')
    case 'date':
      return share('date') + share('date-like') >= 0.5
    case 'name':
      return share('name') >= 0.5
    case 'town':
    case 'village':
      return share(holds) >= 0.5
    case 'relation':
      return share('relation') >= 0.5
    default:
      return share('words') >= 0.5
  }
}

/** 手机号, as officers call what cells are. */
export const sayWhat: Record<Said, string> = {
  'id-number': '身份证号',
  card: '卡号',
  phone: '电话号码',
  date: '日期',
  amount: '金额（数字）',
  count: '很小的整数（像人数、次数）',
  year: '年份',
  serial: '序号',
  town: '乡镇',
  village: '村',
  sex: '性别',
  relation: '与户主的关系',
  name: '人名',
  other: '文字',
}
