import type { CaseFile } from '#contract/office/cases'
import { yuan } from '#domain/money/money'
import { homeCheckOpinionNames } from '#domain/work/home-check'
import { sayDay, type Day } from '#domain/time/dates'
import type { Fact } from '../../../ui/desk/facts'
import { Facts } from '../../../ui/desk/facts'
import { Heading } from '../../../ui/read/heading'
import { amounts } from './amounts'

/** What was found at home. A part that nobody could say is not shown as nothing. */
export function CheckView({ check: { on, by, found }, today }: { check: NonNullable<CaseFile['check']>; today: Day }) {
  const money: Fact[] = amounts.flatMap(({ id, of, label }) => {
    const fen = (found[of] as Record<string, Parameters<typeof yuan>[0] | undefined> | undefined)?.[id]
    return fen === undefined ? [] : [[`${label}（一年）`, `${yuan(fen)} 元`] as const]
  })
  return (
    <section id="case-check" aria-label="入户核查">
      <Heading level={3}>{`入户核查：${homeCheckOpinionNames[found.opinion]}`}</Heading>
      <Facts
        look="facts--line"
        facts={[
          ['哪天、谁去的', `${sayDay(on, today)}，${by}`],
          ['见到谁', found.met],
          ['同意比对', found.consent ? '同意' : '没有同意'],
          ['一起过的人', found.people === undefined ? undefined : `${found.people} 人`],
          ...money,
          ['住房', found.housing],
        ]}
      />
      <p className="case__said">{found.seen}</p>
    </section>
  )
}
