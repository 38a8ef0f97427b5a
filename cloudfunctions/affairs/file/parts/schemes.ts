import type { SchemeLine } from '#contract/household/actions'
import { arrange } from '../../schemes/lines'
import { dividendDueOn, principalDue } from '../../schemes/return-days'
import { isPrincipalLate } from '#domain/money/scheme-dues'
import { listedIdsOf } from '../../schemes/scheme-id'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { LoadedFile } from '../lists'

/** Each pooled scheme that the household is in or was: its principal, its dividends by year, what it was told, and its leaving. */
export const schemesOf = (
  { county, keys, moment: { today } }: On,
  { household, pooled, shares, before, schemes }: LoadedFile,
): SchemeLine[] =>
  pooled
    .filter(({ state }) => state !== 'dropped')
    .map((member) => {
      const { schemeId, scheme, state, toldOn, toldSealed, exitOn, leftOn } = member
      const opened = schemes.find(({ _id }) => _id === schemeId)
      const ids = opened ? listedIdsOf(county, opened) : [schemeId]
      const line = arrange({
        scheme: { _id: schemeId, name: scheme, terms: opened?.terms ?? [] },
        stored: pooled.filter((one) => one.schemeId === schemeId),
        rows: [...shares, ...before].filter((share) => ids.includes(share.schemeId)),
        ...{ homes: new Map([[household._id, household]]), moved: new Map(), today },
      }).find(({ id }) => id === member._id)!
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
