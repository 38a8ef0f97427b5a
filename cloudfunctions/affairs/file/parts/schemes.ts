import type { SchemeLine } from '#contract/household/actions'
import { lineOf } from '../../schemes/book'
import { dividendDueOn, principalDue } from '../../schemes/return-days'
import { isPrincipalLate } from '#domain/money/scheme-dues'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { LoadedFile } from '../lists'

/** Each pooled scheme that the household is in or was: its principal, its dividends by year, what it was told, and its leaving. */
export const schemesOf = ({ county, keys, moment: { today } }: On, { household, pooled, shares, schemes }: LoadedFile): SchemeLine[] =>
  pooled
    .filter(({ state }) => state !== 'dropped')
    .map((member) => {
      const { scheme, state, toldOn, toldSealed, exitOn, leftOn } = member
      const terms = schemes.find(({ _id }) => _id === member.schemeId)?.terms ?? []
      const rows = shares.filter((share) => share.scheme === scheme)
      const line = lineOf(member, household, rows, { terms }, today)
      const due = state === 'returning' && exitOn !== null ? principalDue(county, exitOn) : undefined
      return {
        ...{ scheme, state, standingFen: line.standingFen },
        years: line.years
          .filter(({ dueFen }) => dueFen > 0)
          .reverse()
          .map(({ year, dueFen, paidFen, outstandingFen }) => {
            const dueOn = dividendDueOn(county, year)
            return { year, dueFen, paidFen, outstandingFen, dueOn, isOver: dueOn < today }
          }),
        ...(toldOn && toldSealed && { told: { on: toldOn, words: open(keys, toldSealed) } }),
        ...(due && {
          returning: {
            ...{ workingDays: due.workingDays, latest: due.latest, late: isPrincipalLate(due, today) },
            ...(due.day && { dueOn: due.day }),
          },
        }),
        ...(state === 'left' && leftOn && { leftOn }),
      }
    })
