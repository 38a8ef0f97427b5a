import { deskKey } from './office-call'
import { paths } from '../pages/paths'
import { queryClient } from '../wire/query-client'

/** Nobody has touched the page for so long: whoever sat there is taken to have gone (ms). */
export const idleAfter = 15 * 60_000
/** How often that is looked at; by the clock, since a machine that slept counts no time. */
const lookEvery = 10_000
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Tells when an officer leaves the desk: goes to another page, closes the window, signs out, or does nothing for a while. Undo
 * with what comes back.
 */
export function watchForLeaving(onLeft: () => void): () => void {
  let touched = Date.now()
  const onTouch = () => {
    touched = Date.now()
  }
  const onMove = () => {
    if (!window.location.hash.startsWith(`#${paths.office}`)) onLeft()
  }
  const stopWatchingSession = queryClient.getQueryCache().subscribe(() => {
    if (queryClient.getQueryData(deskKey) === null) onLeft()
  })
  const look = setInterval(() => {
    if (Date.now() - touched >= idleAfter) onLeft()
  }, lookEvery)
  window.addEventListener('pagehide', onLeft)
  window.addEventListener('hashchange', onMove)
  for (const touch of touches) window.addEventListener(touch, onTouch, { capture: true, passive: true })
  return () => {
    clearInterval(look)
    stopWatchingSession()
    window.removeEventListener('pagehide', onLeft)
    window.removeEventListener('hashchange', onMove)
    for (const touch of touches) window.removeEventListener(touch, onTouch, { capture: true })
  }
}
