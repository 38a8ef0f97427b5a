import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { unsentWords } from './unsaved-words'

/** What would be lost, and with which page of those that stand behind each other. */
const held = new Set<{ page: number; message: string }>()

/** While something would be lost with the page, the browser asks before the page is closed or loaded anew, and so does the way back. */
export function useUnsaved(unsaved: boolean, message = unsentWords): void {
  useEffect(() => {
    if (!unsaved) return
    const one = { page: Taro.getCurrentPages().length, message }
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault()
      // Older browsers ask only for this; the words are their own.
      Reflect.set(event, 'returnValue', message)
    }
    held.add(one)
    window.addEventListener('beforeunload', ask)
    return () => {
      held.delete(one)
      window.removeEventListener('beforeunload', ask)
    }
  }, [unsaved, message])
}

/** Whether this page may be left: at once where nothing is lost, otherwise if the person says so. */
export function mayLeave(): boolean {
  const page = Taro.getCurrentPages().length
  const lost = [...held].find((one) => one.page === page)
  return !lost || window.confirm(`${lost.message}真的离开吗？`)
}
