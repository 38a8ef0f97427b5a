import { useState } from 'react'
import { visits } from '../../../services/built-in/visits'
import { useDraft } from '../../../services/outbox/draft'
import type { Entry } from '../../../services/outbox/entry'
import { useVisitsHere } from '../../../services/outbox/use-outbox'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { Kept } from './kept-visit'
import { askedOf, draftOf, type VisitDraft } from './visit-draft'
import { VisitForm } from './visit-form'

/** A visit that stands on this phone, in the form again. What it becomes is its next version, and goes under the same number. */
export function MendVisit({ id }: { id: string }) {
  const query = useVisitsHere()
  const [kept, setKept] = useState(false)
  if (kept) return <Kept />
  return (
    <WhenReady query={query}>
      {(entries) => {
        const entry = entries.find((one) => one.id === id)
        if (!entry) return <Empty>这次走访不在这部手机里了：已经传好，或者已经删掉。</Empty>
        return <Mending entry={entry} onKept={() => setKept(true)} />
      }}
    </WhenReady>
  )
}

function Mending({ entry, onKept }: { entry: Entry; onKept: () => void }) {
  const draft = useDraft<VisitDraft>(entry.id)
  const { visit, home, words } = entry
  const { met: _met, unchanged: _unchanged, changes: _changes, talked: _talked, heard: _heard, ...base } = visit
  const asked = askedOf(visits.fields, home.known ?? [])
  return (
    <>
      {words !== undefined && <Notice id="why-refused" kind="needs-you">{`县里没有收：${words}`}</Notice>}
      <WhenReady query={draft}>
        {({ typed }) => (
          <VisitForm
            of={entry.id}
            asked={asked}
            start={typed ?? draftOf(asked, visit)}
            home={home}
            base={base}
            mends={entry}
            onKept={onKept}
          />
        )}
      </WhenReady>
    </>
  )
}
