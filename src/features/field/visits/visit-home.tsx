import { useState } from 'react'
import { fieldsFor } from '#domain/work/visits'
import { visits } from '../../../services/built-in/visits'
import { useToldCounty } from '../../../services/outbox/use-outbox'
import { useTakenHome } from '../../../services/outbox/taken'
import { callErrorOf } from '../../../services/wire/reply'
import { PurposeChoice, type Stated } from '../../../ui/act/purpose-choice'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { HomeKnown } from './home-known'
import { Kept } from './kept-visit'
import { NewVisit } from './new-visit'
import { useHomeAt, useHomes, type Named } from './use-homes'

/** A household to visit: why, with whose consent; then what is known of it, and the form. */
export function VisitHome(named: Named) {
  const [stated, setStated] = useState<Stated>()
  const homes = useHomes()
  // So that this phone has its keys before anything is written.
  useToldCounty()
  const listed = homes.data?.homes.find(({ id }) => id === named.id)
  const role = homes.data?.role
  if (!stated)
    return (
      <PurposeChoice
        where={listed ? `${listed.who} · ${listed.village}` : '扫到的这一户'}
        purposes={visits.purposes.filter(({ roles }) => (role === undefined ? !roles.includes('officer') : roles.includes(role)))}
        onStated={setStated}
      />
    )
  return <Stood named={named} stated={stated} fields={role === undefined ? visits.fields : fieldsFor(visits, role)} listed={listed} />
}

interface StoodProps {
  named: Named
  stated: Stated
  fields: typeof visits.fields
  listed: { id: string; who: string; village: string } | undefined
}

/** At the door. Without signal a household of the list can be visited all the same; what was known of it is not there then. */
function Stood({ named, stated, fields, listed }: StoodProps) {
  const query = useHomeAt(named, stated)
  const [kept, setKept] = useState(false)
  const silent = ['offline', 'slow', 'unreachable', 'busy'].includes(callErrorOf(query.error)?.code ?? '')
  const onKept = () => setKept(true)
  const taken = useTakenHome(named.id, stated.consent, silent && !query.data)
  if (kept) return <Kept />
  if (silent && taken.data)
    return (
      <>
        <Notice id="visit-taken">没有信号，这是带走的内容。看过这一户，回来会补记一笔。</Notice>
        <HomeKnown home={taken.data.home} />
        <NewVisit
          fields={fields}
          known={taken.data.home.known}
          home={{ id: taken.data.home.id, who: listed?.who ?? taken.data.home.head, village: taken.data.home.village }}
          stated={stated}
          takingId={taken.data.takingId}
          onKept={onKept}
        />
      </>
    )
  if (silent && !query.data && listed && !taken.isPending)
    return (
      <>
        <Notice id="visit-offline" kind="needs-you">
          没有信号，看不到上次说了什么。照这次看到的写，先存在手机里，有信号了再传。
        </Notice>
        <NewVisit fields={fields} known={[]} home={listed} stated={stated} onKept={onKept} />
      </>
    )
  return (
    <WhenReady query={query}>
      {({ home }) => (
        <>
          <HomeKnown home={home} />
          <NewVisit
            fields={fields}
            known={home.known}
            home={{ id: home.id, who: listed?.who ?? home.head, village: home.village }}
            stated={stated}
            onKept={onKept}
          />
        </>
      )}
    </WhenReady>
  )
}
