import type { DeskMe } from '#contract/office/desk'
import { roomAddress } from '../../services/desk/office-place'
import { DeskIcon } from '../../ui/desk/desk-icon'
import { Heading } from '../../ui/read/heading'
import { FourWords } from './four-words'
import { groupsOf, rooms } from './room-list'
import { waitingOf } from './waiting'

export const todayIcon = 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4M8 14l3 3 5-5'

/** The first page: what waits, each with its number and opening its list; below, what each room is for. */
export function Today({ me }: { me: DeskMe }) {
  const waiting = waitingOf(me)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>{waiting.length > 0 ? '等着办的' : '现在没有等着办的'}</Heading>
      </div>
      <div className="today">
        {waiting.map(({ id, room, count, words }) => (
          <a key={id} id={`today-${id}`} className="today__waits" href={roomAddress(room)}>
            <DeskIcon drawing={rooms[room].icon} />
            <strong className="today__count">{count}</strong>
            <span>{words}</span>
          </a>
        ))}
      </div>
      {me.alerts && <FourWords words={me.alerts.words} />}
      <Heading level={2}>都在这里办</Heading>
      <div className="today today--rooms">
        {groupsOf(me)
          .flatMap((group) => group.rooms)
          .map((id) => (
            <a key={id} id={`today-room-${id}`} className="today__room" href={roomAddress(id)}>
              <DeskIcon drawing={rooms[id].icon} />
              <span>
                <strong>{rooms[id].label}</strong>
                <span className="today__words">{rooms[id].purpose}</span>
              </span>
            </a>
          ))}
      </div>
    </>
  )
}
