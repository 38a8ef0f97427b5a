import type { ReactNode } from 'react'
import type { DeskMe } from '#contract/office/desk'
import { usual, sizesOf } from '../../features/public/reading/sizes'
import { useReading } from '../../features/public/reading/use-reading'
import { Guard } from '../../ui/read/guard'
import { goAnew, paths } from '../../services/pages/paths'
import { TopLine } from './top-line'

/** Body size at a desk, in dp, for who has not chosen one: more of a table fits, and it is the size of office software. */
const deskText = 16

/** The whole screen of the desk: the line on top, and what stands below it. */
export function Frame({ me, children }: { me?: DeskMe | undefined; children: ReactNode }) {
  const reading = useReading()
  const atDesk = !reading.elder && reading.text === usual.text ? { ...reading, text: deskText } : reading
  return (
    <div className={`screen desk${reading.elder ? ' screen--elder' : ''}`} style={sizesOf(atDesk)}>
      <TopLine me={me} />
      <Guard wayOut={() => goAnew(paths.office)}>{children}</Guard>
    </div>
  )
}
