import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * What is printed as long as this stands, instead of the screen; it is not seen on it. Beside the page, so that none of its
 * frames cuts it off.
 */
export function Paper({ children }: { children: ReactNode }) {
  const [sheet] = useState(() => document.createElement('div'))
  useEffect(() => {
    sheet.className = 'paper'
    document.body.append(sheet)
    document.body.classList.add('has-paper')
    return () => {
      sheet.remove()
      document.body.classList.toggle('has-paper', document.querySelector('.paper') !== null)
    }
  }, [sheet])
  return createPortal(children, sheet)
}
