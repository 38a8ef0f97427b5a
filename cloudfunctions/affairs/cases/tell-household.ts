import type { ToldCase } from '#contract/call/told-case'
import { sayDay, type Day } from '#domain/time/dates'
import { isOpenCase, isUndecided, type CaseKind, type CaseState } from '#domain/work/cases'
import { countyTime } from '#kernel/call/clock'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import { caseHistory, type CaseEvent, type RegisterCase } from '#store/work/cases'
import { mayAppeal } from './appeal'
import { readProposal } from './proposal'
import { sayExit, sayProposal } from './say'

/** What a case is called by those whom it is about. */
const titles: Record<CaseKind, string> = {
  recognise: '申请列入名册',
  category: '帮扶类别',
  exit: '退出名册',
  died: '家人去世，从名册核销',
  restore: '恢复到名册',
  move: '换到另一个村',
  head: '换户主',
  join: '并入另一户',
  split: '分户',
}

type Telling = Pick<On, 'db' | 'keys' | 'county' | 'moment'>
type Now = (about: RegisterCase, today: Day) => string
const until = ({ dueOn }: RegisterCase, today: Day, what: string) => (dueOn === null ? what : `最迟${sayDay(dueOn, today)}${what}`)

/** What comes next, in the words of whoever waits for it. */
const nows: Record<CaseState, Now> = {
  clue: (about, today) => until(about, today, '有人受理'),
  check: (about, today) => until(about, today, '有人上门核查'),
  compare: (about, today) => `上门看过了，${until(about, today, '提出意见')}`,
  notice: ({ noticeUntil }, today) =>
    today > noticeUntil! ? '村里公示完了，正在报批' : `正在村里公示，到${sayDay(noticeUntil!, today)}；大家有不同意见可以说`,
  decision: (about, today) => `等批，${until(about, today, '有结果')}`,
  effect: () => '批下来了，正在记进名册',
  telling: () => '已经退出名册',
  watch: ({ watchUntil }, today) => `已经退出名册，到${sayDay(watchUntil!, today)}以前还会有人来看`,
  appeal: (about, today) => `申诉收到了，由另外的人查，${until(about, today, '答复')}`,
  restoring: () => '申诉成立，正在恢复',
  done: () => '办好了',
  ended: () => '已经退出名册，看望期也满了',
  restored: () => '申诉成立，已经恢复到名册',
  refused: () => '没有办成',
  withdrawn: () => '撤回了，不再往下办',
}

/** Steps as the household knows them; what the desk does among itself is not told. */
const stepNames: Partial<Record<CaseEvent['act'], string>> = {
  open: '收到',
  take: '受理，安排上门',
  reuse: '用了最近一次上门核查',
  checked: '上门核查',
  post: '开始在村里公示',
  propose: '报批',
  approve: '批准',
  refuse: '没有批准',
  sendBack: '退回再查',
  drop: '不办',
  withdraw: '撤回',
  written: '记进名册',
  tell: '告知',
  appeal: '申诉',
  stand: '答复：维持退出',
  overturn: '答复：申诉成立',
  end: '期满看望',
}
/** Acts whose words are written to be read by the household. */
const forThem: ReadonlySet<CaseEvent['act']> = new Set(['refuse', 'drop', 'appeal', 'stand', 'overturn'])

/** A case as the household reads it. The words of its own application stand in it only for whoever wrote them. */
export async function tellHousehold(on: Telling, about: RegisterCase): Promise<ToldCase> {
  const { county, keys, moment } = on
  const events = await caseHistory(on.db, about._id)
  const may = mayAppeal(on, about)
  const isOut = about.kind === 'exit' && about.decidedOn !== null && about.state !== 'restored' && about.state !== 'effect'
  const done = about.state === 'done' ? `：${sayProposal(county, readProposal(keys, about).proposal, moment.today)}` : ''
  return {
    ...{ id: about._id, title: titles[about.kind], standing: standingOf(about.state) },
    now: nows[about.state](about, moment.today) + done,
    ...(isUndecided(about.state) && { wholeDueOn: about.wholeDueOn }),
    told: isOut ? sayExit(county, about, moment.today) : [],
    steps: events.flatMap((event) => stepOf(on, event)),
    ...(may && { appeal: about.appealUntil === null ? {} : { until: about.appealUntil } }),
  }
}

/**
 * A case as whoever holds the receipt of an application reads it. That may be somebody else than it is about: nothing of what the
 * register says stands in it. Of one that was under way already before, no more than that it has come.
 */
export async function tellApplicant(
  on: Telling,
  about: RegisterCase,
  { opened, receivedOn }: { opened: boolean; receivedOn: Day },
): Promise<Omit<ToldCase, 'id' | 'told' | 'appeal'>> {
  const title = '申请帮扶'
  const came = { on: receivedOn, what: '收到' }
  if (!opened) return { title, standing: 'going', now: '收到了，乡镇会打您留的电话', steps: [came] }
  const { standing, now, wholeDueOn, steps } = await tellHousehold(on, about)
  return {
    ...{ title, standing: standing === 'told' ? 'over' : standing },
    now: about.state === 'done' ? '批下来了，办好了。村里会把卡送到您手上' : now,
    ...(wholeDueOn !== undefined && { wholeDueOn }),
    steps,
  }
}

function standingOf(state: CaseState): ToldCase['standing'] {
  if (state === 'done' || state === 'restored') return 'done'
  if (!isOpenCase(state)) return 'over'
  return state === 'telling' || state === 'watch' ? 'told' : 'going'
}

function stepOf({ keys }: Telling, { at, act, wordsSealed }: CaseEvent): ToldCase['steps'] {
  const what = stepNames[act]
  if (what === undefined) return []
  return [{ on: countyTime(at).day, what, ...(forThem.has(act) && wordsSealed !== null && { words: open(keys, wordsSealed) }) }]
}
