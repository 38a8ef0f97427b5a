import { useState } from 'react'
import type { DeskMe } from '#contract/office/desk'
import { roomAddress, useRoom } from '../../services/desk/office-place'
import { unfinishedOf } from '../../services/keep/unfinished'
import { SideMenu } from '../../ui/desk/side-menu'
import { Unfinished } from '../../ui/desk/use-kept'
import { OpenRoom } from './open-room'
import { groupsOf, rooms } from './room-list'
import { Today, todayIcon } from './today'
import { markOf, waitingOf } from './waiting'

/** The menu of what this officer answers for, and the room that is open: the one in the address, or first of all what waits. */
export function Rooms({ me }: { me: DeskMe }) {
  const wanted = useRoom()
  // Each room that is opened is a new page: what is half done in the others waits outside of them.
  const [unfinished] = useState(() => unfinishedOf(`${me.agencyId} ${me.role} ${me.name}`))
  const open = me.sections.find((section) => section === wanted)
  const waiting = waitingOf(me)
  const groups = groupsOf(me).map(({ label, rooms: mine }) => ({
    label,
    entries: mine.map((id) => ({
      id,
      label: rooms[id].label,
      icon: rooms[id].icon,
      href: roomAddress(id),
      waiting: markOf(id, waiting),
    })),
  }))
  const today = { id: 'today', label: '待办', icon: todayIcon, href: roomAddress('today'), waiting: undefined }
  return (
    <div className="rooms">
      <SideMenu groups={[{ entries: [today] }, ...groups]} open={open ?? 'today'} />
      <Unfinished.Provider value={unfinished}>
        <main key={open} className="rooms__open">
          {open ? <OpenRoom id={open} me={me} /> : <Today me={me} />}
        </main>
      </Unfinished.Provider>
    </div>
  )
}
