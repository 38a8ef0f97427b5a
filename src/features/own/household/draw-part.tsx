import type { ReactNode } from 'react'
import type { HouseholdFile } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import type { HouseholdPart } from '#domain/register/register'
import { AwardsPart } from './awards-part'
import { DividendsPart } from './dividends-part'
import { HelpersPart } from './helpers-part'
import type { MarkOf } from './mark-of'
import { IncomePart } from './income-part'
import { MembersPart } from './members-part'
import { MoneyPart } from './money-part'
import { readerOf } from './payment-row'
import { PlanLines } from './plan-lines'
import { PoliciesPart } from './policies-part'

interface Shown {
  file: HouseholdFile
  day: Day
  onDetails: (() => void) | undefined
  onVisits: (() => void) | undefined
  mark: MarkOf | undefined
}

/** How each part of a file is drawn; one that is not in it is not. */
export const drawPart: Record<HouseholdPart, (shown: Shown) => ReactNode> = {
  money: ({ file: { money, relation }, day, onDetails }) =>
    money && <MoneyPart lines={money} day={day} as={readerOf(relation)} onDetails={onDetails} />,
  dividends: ({ file: { dividends, schemes }, day }) => dividends && <DividendsPart lines={dividends} schemes={schemes} day={day} />,
  awards: ({ file: { awards }, day }) => awards && <AwardsPart lines={awards} day={day} />,
  policies: ({ file: { policies, money, dividends }, day }) =>
    policies && <PoliciesPart policies={policies} money={money} dividends={dividends} day={day} />,
  helpers: ({ file: { helpers, plan }, day, onVisits }) =>
    helpers && (
      <>
        <HelpersPart helpers={helpers} day={day} onVisits={onVisits} />
        {plan && <PlanLines plan={plan} day={day} />}
      </>
    ),
  members: ({ file: { members }, mark }) => members && <MembersPart members={members} mark={mark} />,
  income: ({ file: { income } }) => income && <IncomePart statements={income} />,
}
