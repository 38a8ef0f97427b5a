import type { ReactNode } from 'react'
import { useState } from 'react'
import type { DeskMe, DeskSection } from '#contract/office/desk'
import { ArticleView } from '../../features/public/bulletin/article-view'
import { HouseholdFile } from '../../features/own/household/household-file'
import { Counter } from '../../features/office/counter/counter'
import { MonthlyPaper } from '../../features/office/monthly/monthly'
import { Grants } from '../../features/office/grants/grants'
import { Look } from '../../features/office/look/look'
import { Pledge } from '../../features/office/pledge/pledge'
import { Posters } from '../../features/office/posters/posters'
import { Publish } from '../../features/office/publish/publish'
import { Reports } from '../../features/office/reports/reports'
import { Requests } from '../../features/office/requests/requests'
import { Staff } from '../../features/office/staff/staff'
import { Suggestions } from '../../features/office/suggestions/suggestions'
import { today } from '../../services/wire/clock'
import { roomAddress, useRoom } from '../../services/desk/office-place'
import { unfinishedOf } from '../../services/keep/unfinished'
import { SideMenu } from '../../ui/desk/side-menu'
import { Unfinished } from '../../ui/desk/use-kept'
import { AsRead } from './as-read'
import { Today } from './today'

interface Room {
  label: string
  draw: (me: DeskMe) => ReactNode
  waiting?: (me: DeskMe) => number | string | undefined
}

const rooms: Record<DeskSection, Room> = {
  look: { label: '查阅', draw: () => <Look draw={(file) => <HouseholdFile file={file} />} /> },
  requests: {
    label: '办理',
    draw: () => <Requests today={today()} draw={(file) => <HouseholdFile file={file} />} />,
    waiting: ({ waiting }) => waiting.requests,
  },
  reports: { label: '举报', draw: () => <Reports />, waiting: ({ waiting }) => waiting.reports },
  suggestions: { label: '意见', draw: () => <Suggestions />, waiting: ({ waiting }) => waiting.suggestions },
  publish: {
    label: '发布',
    draw: () => (
      <Publish
        draw={(article, elder) => (
          <AsRead elder={elder}>
            <ArticleView article={article} />
          </AsRead>
        )}
      />
    ),
    waiting: ({ waiting }) => waiting.articles,
  },
  posters: { label: '海报', draw: () => <Posters /> },
  monthly: { label: '月报', draw: (me) => <MonthlyPaper me={me} /> },
  grants: { label: '授权', draw: (me) => <Grants me={me} />, waiting: ({ waiting }) => waiting.grants + waiting.emergencies },
  staff: { label: '人员', draw: (me) => <Staff me={me} />, waiting: ({ waiting }) => waiting.staff },
  counter: { label: '窗口', draw: () => <Counter /> },
  pledge: {
    label: '责任书',
    draw: (me) => <Pledge me={me} />,
    waiting: ({ pledge }) => (pledge && pledge.signedOn === undefined ? '未签' : undefined),
  },
}
const order: DeskSection[] = [
  'look',
  'requests',
  'reports',
  'suggestions',
  'publish',
  'posters',
  'monthly',
  'grants',
  'staff',
  'counter',
  'pledge',
]

/** The menu of what this officer answers for, and the room that is open: the one in the address, or first of all what waits. */
export function Rooms({ me }: { me: DeskMe }) {
  const wanted = useRoom()
  const mine = order.filter((section) => me.sections.includes(section))
  // Each room that is opened is a new page: what is half done in the others waits outside of them.
  const [unfinished] = useState(() => unfinishedOf(`${me.agencyId} ${me.role} ${me.name}`))
  const open = mine.find((section) => section === wanted)
  const named = mine.map((id) => ({ id, label: rooms[id].label }))
  const entries = [
    { id: 'today' as const, label: '待办', href: roomAddress('today') },
    ...named.map(({ id, label }) => ({ id, label, href: roomAddress(id), waiting: rooms[id].waiting?.(me) })),
  ]
  return (
    <div className="rooms">
      <SideMenu entries={entries} open={open ?? 'today'} />
      <Unfinished.Provider value={unfinished}>
        <main key={open} className="rooms__open">
          {open ? rooms[open].draw(me) : <Today me={me} rooms={named} />}
        </main>
      </Unfinished.Provider>
    </div>
  )
}
