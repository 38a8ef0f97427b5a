import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { JoinForm } from './join-form'
import { MemberList } from './member-list'
import { MemberPage } from './member-page'
import { OpenForm } from './open-form'
import type { Place } from './place'
import { above } from './place'
import { SchemeList } from './scheme-list'
import { SchemePage } from './scheme-page'
import { useMember, useScheme } from './use-schemes'
import './schemes.scss'

/** 抱团增收: every pooled scheme with its households, principal and dividends; every number opens its households. */
export function Schemes({ today }: { today: Day }) {
  const [place, setPlace] = useKept<Place>('schemes place', { at: 'list' })
  const go = (next: Place) => setPlace(() => next)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>抱团增收</Heading>
        {place.at !== 'list' && (
          <Press id="scheme-back" onPress={() => go(above(place))}>
            {above(place).at === 'list' ? '回到列表' : '回到上一页'}
          </Press>
        )}
      </div>
      {place.at === 'list' && <SchemeList onGo={go} />}
      {place.at === 'open' && <OpenForm name={place.name} today={today} onOpened={(id) => go({ at: 'scheme', id })} />}
      {place.at === 'scheme' && <Opened key={place.id} id={place.id} today={today} onGo={go} />}
      {place.at === 'members' && <MemberList place={place} today={today} onGo={go} />}
      {place.at === 'join' && (
        <JoinForm id={place.id} today={today} onJoined={(id) => go({ at: 'member', id, from: { at: 'scheme', id: place.id } })} />
      )}
      {place.at === 'member' && <OneMember key={place.id} id={place.id} today={today} />}
    </>
  )
}

function Opened({ id, today, onGo }: { id: string; today: Day; onGo: (place: Place) => void }) {
  return (
    <WhenReady query={useScheme(id)} words="正在打开…">
      {(file) => <SchemePage file={file} today={today} onGo={onGo} />}
    </WhenReady>
  )
}

function OneMember({ id, today }: { id: string; today: Day }) {
  return (
    <WhenReady query={useMember(id)} words="正在打开…">
      {(file) => <MemberPage file={file} today={today} />}
    </WhenReady>
  )
}
