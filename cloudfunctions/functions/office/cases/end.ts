import type { office } from '#contract/office/actions'
import { openClue } from '#affairs/cases/open'
import { byStaff, doWithCase } from '#affairs/cases/perform'
import { readProposal } from '#affairs/cases/proposal'
import type { Action } from '#kernel/call/on'
import { presentCase } from './present'

/** The check at the end of a watch. Who has fallen back is a clue to bring back on the register; written twice it is one. */
export const endCase: Action<typeof office.endCase> = async ({ id, words, fallen }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const ended = await doWithCase(on, {
    ...{ act: 'end', action: 'office.endCase', id, words },
    become: async (about) => {
      if (fallen) {
        const { proposal } = readProposal(on.keys, about)
        const personIds = 'personIds' in proposal ? proposal.personIds : about.personIds
        await openClue(on, {
          ...{ id: `watch-${about._id}`, kind: 'restore', source: 'watch', sourceId: about._id, words },
          proposal: { kind: 'restored', personIds },
          ...{ villageCode: about.villageCode, householdId: about.householdId, personIds, who: about.who, by: byStaff(one) },
        })
      }
      return {}
    },
  })
  return presentCase(on, one, ended)
}
