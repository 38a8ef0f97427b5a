import { useRef } from 'react'
import type { DeskMe } from '#contract/office/desk'
import { Door } from '../../features/office/entry/door'
import { useDesk } from '../../features/office/entry/use-desk'
import { ResetNotice } from '../../features/office/staff/reset-notice'
import { callErrorOf } from '../../services/wire/reply'
import { WhenReady } from '../../ui/read/when-ready'
import { Frame } from './frame'
import { Rooms } from './rooms'

/** The officers' desk: shut outside the intranet, a door to sign in at, and the rooms behind it. */
export function Desk() {
  const desk = useDesk()
  // When a session runs out the door closes over the rooms; what stands half written in them waits for the same person.
  const last = useRef<DeskMe>()
  if (desk.data) last.current = desk.data
  const me = last.current
  const shut = callErrorOf(desk.error)
  if (shut?.code === 'not-allowed')
    return (
      <Frame>
        <p id="office-shut" className="shut" role="alert">
          {shut.message}
        </p>
      </Frame>
    )
  return (
    <Frame me={desk.data ?? undefined}>
      {desk.data === null && <Door again={me !== undefined} />}
      {desk.data === undefined && (
        <WhenReady query={desk} words="正在打开…">
          {() => null}
        </WhenReady>
      )}
      {me && (
        <div hidden={!desk.data}>
          <ResetNotice resets={me.resets} />
          <Rooms key={`${me.agencyId} ${me.name}`} me={me} />
        </div>
      )}
    </Frame>
  )
}
