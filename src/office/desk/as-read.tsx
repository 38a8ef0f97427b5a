import type { ReactNode } from 'react'
import { sizesOf, usual, withElder } from '../../features/public/reading/sizes'

/** Letters and spaces as on somebody's phone, whatever this desk is set to. */
export const AsRead = ({ elder, children }: { elder: boolean; children: ReactNode }) => (
  <div className={`screen as-read${elder ? ' screen--elder' : ' as-read--usual'}`} style={sizesOf(withElder(usual, elder))}>
    <div className="screen__page">{children}</div>
  </div>
)
