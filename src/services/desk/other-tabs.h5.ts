import type { QueryClient } from '@tanstack/react-query'
import { erasePersonal } from '../keep/kept'
import { goAnew, paths } from '../pages/paths'

/** Somebody signed in or left in another tab of this browser: at once nothing of whoever was here stays on this one's screen. */
export function watchOtherTabs(client: QueryClient): void {
  window.addEventListener('storage', ({ key, oldValue, newValue }: StorageEvent) => {
    if (key !== null && key !== 'session') return
    if (key === 'session' && oldValue === newValue) return
    void erasePersonal(client)
    if (!/^#\/(office|report)\//.test(window.location.hash)) goAnew(paths.home)
  })
}
