import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { unsentWords } from './unsaved-words'

/** While something would be lost with the page, the phone asks before it is left. Phones that are too old for it leave without asking. */
export function useUnsaved(unsaved: boolean, message = unsentWords): void {
  useEffect(() => {
    const { enableAlertBeforeUnload, disableAlertBeforeUnload } = Taro as Partial<typeof Taro>
    if (!unsaved || !enableAlertBeforeUnload) return
    void enableAlertBeforeUnload({ message })
    return () => { void disableAlertBeforeUnload?.({}) }
  }, [unsaved, message])
}
