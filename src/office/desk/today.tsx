import type { DeskMe, DeskSection } from '#contract/office/desk'
import { roomAddress } from '../../services/desk/office-place'
import { DeskIcon } from '../../ui/desk/desk-icon'
import { Heading } from '../../ui/read/heading'

/** One thing that waits: in which room, how many, and in words what is to be done. */
interface Waiting {
  id: string
  room: DeskSection
  count: number
  words: string
}

/** What is counted for this officer, room by room; each count is of the list that its room opens with. */
const waitingOf = ({ waiting, pledge, sections }: DeskMe): Waiting[] => {
  const all: Waiting[] = [
    { id: 'emergencies', room: 'grants', count: waiting.emergencies, words: '次紧急查阅，等您看' },
    { id: 'requests', room: 'requests', count: waiting.requests, words: '件更正和投诉，等答复' },
    { id: 'reports', room: 'reports', count: waiting.reports, words: '件举报，等受理' },
    { id: 'grants', room: 'grants', count: waiting.grants, words: '件授权，等您批' },
    { id: 'staff', room: 'staff', count: waiting.staff, words: '件用人的事，等您看' },
    { id: 'suggestions', room: 'suggestions', count: waiting.suggestions, words: '条意见，等办' },
    { id: 'articles', room: 'publish', count: waiting.articles, words: '篇文章，等人审' },
    { id: 'pledge', room: 'pledge', count: pledge && pledge.signedOn === undefined ? 1 : 0, words: '份责任书，还没签' },
  ]
  return all.filter(({ room, count }) => count > 0 && sections.includes(room))
}

/** What is done in each room, in one line. */
const purposes: Record<DeskSection, string> = {
  look: '凭授权看农户，每次都记下来',
  requests: '农户要求更正的、投诉的',
  reports: '封好的举报，插上钥匙才读得到',
  suggestions: '村民提的意见，分下去、答复',
  publish: '写政策和动态，一人写一人审',
  posters: '各村海报被扫了多少次',
  monthly: '本单位谁看了谁，每月一份',
  grants: '谁能看什么、到哪天',
  staff: '本单位用小康码的人',
  counter: '来窗口的人：补卡、登记电话',
  pledge: '用数据要守的规矩',
}

interface Props {
  me: DeskMe
  rooms: readonly { id: DeskSection; label: string }[]
}

/** The first page: what waits, each with its number and opening its list; below, what each room is for. */
export function Today({ me, rooms }: Props) {
  const waiting = waitingOf(me)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>{waiting.length > 0 ? '等着办的' : '现在没有等着办的'}</Heading>
      </div>
      <div className="today">
        {waiting.map(({ id, room, count, words }) => (
          <a key={id} id={`today-${id}`} className="today__waits" href={roomAddress(room)}>
            <DeskIcon name={room} />
            <strong className="today__count">{count}</strong>
            <span>{words}</span>
          </a>
        ))}
      </div>
      <Heading level={2}>都在这里办</Heading>
      <div className="today today--rooms">
        {rooms.map(({ id, label }) => (
          <a key={id} id={`today-room-${id}`} className="today__room" href={roomAddress(id)}>
            <DeskIcon name={id} />
            <span>
              <strong>{label}</strong>
              <span className="today__words">{purposes[id]}</span>
            </span>
          </a>
        ))}
      </div>
    </>
  )
}
