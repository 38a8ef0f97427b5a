import { firstDays, happenedToHome, happenedToPerson, type ListedHome, type SaidEvent } from '#domain/register/derive'
import { categoryNamed } from '#domain/county/categories'
import type { AmountFact, AwardFact, DueFacts, Happened, VitalFact } from '#domain/money/entitlements/facts'
import { fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import { periodIn } from '#domain/time/list-periods'
import { pack } from './due-county'

/**
 * Facts as officials write them, one to a line, of people 甲 乙 丙 丁 and households 一户 二户:
 *   名册 2026-03-10 一户：低保户 甲乙 800元 2026-01起
 *   批准 2026-05-20 一户：转低边户 [到2026-10] · 换村 · 户主乙 · 甲退出 · 甲去世 · 甲恢复 · 认定低保户 甲乙 · 乙分到二户低保户 · 乙并入二户
 *   文件 2026-05：甲退出 (or 2026-05-20)
 *   名单 2026-08-17：甲死亡 · 迁出 · 迁入
 *   残联 2026年10月：甲 肢体一级 300元 护理补贴     教育 · 农业: the same
 *   生日 甲 1966-02-28
 */
export function readFacts(lines: readonly string[]): DueFacts {
  const read = new Reading()
  for (const line of lines) read.line(line)
  return read.facts()
}

const village = '330328100201'

class Reading {
  private readonly lists: ListedHome[] = []
  private readonly said: SaidEvent[] = []
  private readonly amounts: (AmountFact & { home: string })[] = []
  private readonly vital: (VitalFact & { who: string })[] = []
  private readonly awards: (AwardFact & { who: string })[] = []
  private readonly births = new Map<string, Day>()

  line(line: string): void {
    const [, kind, on, home = '一户', what] =
      /^(名册|批准|文件|名单|残联|教育|农业|生日) (\S+?)(?: (一户|二户))?(?:：| )(.*)$/.exec(line) ?? []
    if (!kind || !on || what === undefined) throw new Error(`not a fact: ${line}`)
    // A document is the same one in whatever order lines are read.
    const id = line
    if (kind === '生日') this.births.set(on, what as Day)
    else if (kind === '名册') this.list(id, on as Day, home, what)
    else if (kind === '批准') this.decision(id, on as Day, home, what)
    else if (kind === '文件') this.said.push({ _id: id, kind: 'exited', personId: what[0]!, on: on as Day | Month })
    else if (kind === '名单') {
      const kinds = { 死亡: 'died', 迁出: 'moved-out', 迁入: 'moved-in' } as const
      this.vital.push({ id, who: what[0]!, kind: kinds[what.slice(1) as keyof typeof kinds], on: on as Day | Month })
    } else this.award(id, kind, on, what)
  }

  private list(id: string, on: Day, householdId: string, what: string): void {
    const [category, people, ...more] = what.split(' ')
    const startMonth = (more.find((one) => one.endsWith('起'))?.slice(0, -1) ?? null) as Month | null
    const yuan = more.find((one) => one.endsWith('元'))
    const members = [...people!].map((personId, i) => ({ personId, relation: i === 0 ? '户主' : '家属' }))
    this.lists.push({
      on,
      householdId,
      startMonth,
      members,
      headId: people![0]!,
      villageCode: village,
      category: categoryNamed(pack, category!)!,
    })
    if (yuan)
      this.amounts.push({
        home: householdId,
        record: { kind: 'register_listings', id },
        on,
        startMonth,
        fen: fen(Math.round(parseFloat(yuan) * 100)),
      })
  }

  private decision(_id: string, on: Day, householdId: string, what: string): void {
    const decided = { on, decidedAt: `${on}T00:00:00+08:00` }
    const [, turned, until] = /^转(\S+?)(?: 到(\S+))?$/.exec(what) ?? []
    const who = what[0]!
    const of = { _id, personId: who, householdId, ...decided }
    const [, given, people] = /^认定(\S+) (\S+)$/.exec(what) ?? []
    const [, to, split] = /^.分到(..)(.+)$/.exec(what) ?? []
    if (turned)
      this.said.push({ ...of, kind: 'category', personId: '甲', to: categoryNamed(pack, turned)!, ...(until && { until: until as Month }) })
    else if (what === '换村') this.said.push({ ...of, kind: 'moved', personId: '甲', to: '330328101201' })
    else if (what.startsWith('户主')) this.said.push({ ...of, kind: 'head', personId: what[2]!, to: what[2]! })
    else if (given)
      for (const personId of people!)
        this.said.push({
          ...{
            ...of,
            _id: `${_id}/${personId}`,
            kind: 'recognised' as const,
            personId,
            relation: personId === people![0] ? '户主' : '家属',
          },
          home: { villageCode: village, category: categoryNamed(pack, given)!, headId: people![0]! },
        })
    else if (to) {
      const home = { villageCode: village, category: categoryNamed(pack, split!)!, headId: who }
      this.said.push({ ...of, kind: 'split', householdId: to, from: householdId, to, relation: '户主', home })
    } else if (what.slice(1, 3) === '并入')
      this.said.push({ ...of, kind: 'joined', householdId: what.slice(3), from: householdId, to: what.slice(3), relation: '家属' })
    else {
      const kinds = { 退出: 'exited', 去世: 'died', 恢复: 'restored' } as const
      this.said.push({ ...of, kind: kinds[what.slice(1) as keyof typeof kinds] })
    }
  }

  private award(id: string, kind: string, on: string, what: string): void {
    const [who, ...words] = what.split(' ')
    const programme = words.at(-1)!
    const grade = words.find((one) => one.endsWith('级'))
    this.awards.push({
      ...{ id, who: who!, programme, called: programme, period: periodIn(on)! },
      kind: ({ 残联: 'disability', 教育: 'schooling', 农业: 'farmland' } as const)[kind]!,
      amountFen: fen(Math.round(parseFloat(words.find((one) => one.endsWith('元')) ?? '0') * 100)),
      ...(grade && { disability: { kind: grade.slice(0, -2), grade: grade.slice(-2) } }),
    })
  }

  facts(): DueFacts {
    const first = firstDays(this.lists, this.said)
    const named = [
      ...this.lists.flatMap(({ members }) => members.map(({ personId }) => personId)),
      ...this.said,
      ...this.vital,
      ...this.awards,
    ]
    const ids = [
      ...new Set([...named.map((one) => (typeof one === 'string' ? one : 'who' in one ? one.who : one.personId)), ...this.births.keys()]),
    ].sort()
    const homes = [...new Set([...this.lists, ...this.said].flatMap(({ householdId }) => householdId ?? []))].sort()
    const follows = [
      ...ids.map((id) =>
        happenedToPerson(
          id,
          this.lists.filter(({ members }) => members.some(({ personId }) => personId === id)),
          this.said.filter(({ personId }) => personId === id),
          first,
        ),
      ),
      ...homes.map((id) => happenedToHome(id, this.lists, this.said)),
    ]
    const repeats = new Set(follows.flatMap((one) => [...one.repeats]))
    const derived = follows
      .flatMap((one) => one.events)
      .map(({ by: _, ...event }): Happened => ({ ...event, _id: `${event.kind} ${event.personId} ${event.on} ${event.householdId}` }))
    const events = [...derived, ...this.said.map((one): Happened => ({ ...one, ...(repeats.has(one._id) && { repeats: true as const }) }))]
    const vital = new Map(ids.map((id) => [id, this.vital.filter(({ who }) => who === id)]))
    const homeOf = (id: string) =>
      this.lists.filter(({ members }) => members.some(({ personId }) => personId === id)).at(-1)?.householdId ?? null
    return {
      events,
      vital,
      homes: homes.map((householdId) => ({
        ...{ householdId, headId: '甲', villageCode: village },
        amounts: this.amounts.filter(({ home }) => home === householdId),
        awards: this.awards.filter(({ who, programme }) => homeOf(who) === householdId && isHomes(programme)),
      })),
      people: ids.map((personId) => ({
        ...{
          personId,
          entries: [personId],
          householdId: homeOf(personId),
          birth: this.births.get(personId) ?? '1970-06-15',
          forWhom: null,
        },
        vital: vital.get(personId)!,
        awards: this.awards.filter(({ who }) => who === personId),
      })),
    }
  }
}

const isHomes = (programme: string): boolean => pack.programmes.find(({ id }) => id === programme)?.paidTo === 'head'
