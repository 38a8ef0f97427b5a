import { useQuery } from '@tanstack/react-query'
import type { DeskMe, DeskSection } from '#contract/office/desk'
import { CallError } from '../../services/wire/reply'
import { WhenReady } from '../../ui/read/when-ready'
import { rooms } from './room-list'

/** A room, once its file has come; what is to be done when it does not. */
export function OpenRoom({ id, me }: { id: DeskSection; me: DeskMe }) {
  const { label, load } = rooms[id]
  const loading = useQuery({
    queryKey: ['desk-room', id],
    queryFn: () =>
      load().catch(() => {
        throw new CallError('unreachable', `“${label}”这一页没有取到。请看看网络，再按一次；还是不行，按 F5 刷新，别处没送出的字先抄下来。`)
      }),
    staleTime: Infinity,
  })
  return (
    <WhenReady query={loading} words={`正在打开${label}…`}>
      {(Room) => <Room me={me} />}
    </WhenReady>
  )
}
