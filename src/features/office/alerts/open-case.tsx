import { useMutation } from '@tanstack/react-query'
import type { AlertFile } from '#contract/supervision/alerts'
import { caseKindNames, type CaseKind } from '#domain/work/cases'
import { ask, recountDesk, sayTrouble } from '../../../services/desk/office-call'
import { roomAddress } from '../../../services/desk/office-place'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'

const goTo = (id: string) => {
  window.location.hash = roomAddress('cases', { case: id })
}

/** An alert about who should be on the register becomes a case with one press; one that has become one leads to it. */
export function OpenCase({ file }: { file: AlertFile }) {
  const { case: leads, row, whys } = file
  const opening = useMutation({
    mutationFn: (kind: CaseKind) => ask('office', 'openCase', { kind, alertId: row.id, source: 'officer', words: whys[0] ?? row.why }),
    onSuccess: (opened) => {
      recountDesk()
      goTo(opened.row.id)
    },
  })
  if (!leads) return null
  const { id, opens } = leads
  const trouble = sayTrouble(opening.error)
  return (
    <div className="alert__acts">
      {id !== undefined && (
        <Press id="alert-case" onPress={() => goTo(id)}>
          看它的办件
        </Press>
      )}
      {opens !== undefined && (
        <Press id="alert-open-case" busy={opening.isPending && '正在开…'} onPress={() => opening.mutate(opens)}>
          {`开一件“${caseKindNames[opens]}”`}
        </Press>
      )}
      {trouble !== undefined && (
        <Notice id="alert-case-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
    </div>
  )
}
