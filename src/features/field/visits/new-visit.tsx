import { useState } from 'react'
import type { VisitField } from '#domain/county/visit-rules'
import { useDraft } from '../../../services/outbox/draft'
import type { Known } from '../../../services/outbox/entry'
import { today } from '../../../services/wire/clock'
import type { Stated } from '../../../ui/act/purpose-choice'
import { WhenReady } from '../../../ui/read/when-ready'
import { askedOf, emptyVisit, type VisitDraft } from './visit-draft'
import { VisitForm } from './visit-form'

interface Props {
  fields: readonly VisitField[]
  known: Known[]
  home: { id: string; who: string; village: string }
  stated: Stated
  /** Under which it was taken along. */
  takingId?: string
  onKept: () => void
}

/** The form for a household, with what was known in its places, or with what was typed before a call came in between. */
export function NewVisit({ fields, known, home: { id, who, village }, stated, takingId, onKept }: Props) {
  const draft = useDraft<VisitDraft>(id)
  const [began] = useState(() => ({ on: today(), phoneAt: new Date().toISOString() }))
  const asked = askedOf(fields, known)
  return (
    <WhenReady query={draft}>
      {({ typed }) => (
        <VisitForm
          of={id}
          asked={asked}
          start={typed ?? emptyVisit(asked, stated.consent === 'self' ? '本人' : '家人')}
          home={{ who, village, known }}
          base={{ householdId: id, ...stated, ...began, seconds: 0, ...(takingId !== undefined && { takingId }) }}
          onKept={onKept}
        />
      )}
    </WhenReady>
  )
}
