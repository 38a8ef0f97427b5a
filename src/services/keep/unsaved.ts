import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { unsentWords } from './unsaved-words'

/** While something would be lost with the page, the phone asks before it is left. Phones that are too old for it leave without asking. */
export function useUnsaved(unsaved: boolean, message = unsentWords): void {
  useEffect(() => {
    const { enableAlertBeforeUnload, disableAlertBeforeUnload } = Taro as Partial<typeof Taro>
    if (!unsaved || !enableAlertBeforeUnload) return
    const nothing = () => undefined
    // The platform's own functions, or Taro's promises of them: one that fails only means that nothing is asked.
    void Promise.resolve(enableAlertBeforeUnload({ message, fail: nothing })).catch(nothing)
    return () => {
      void Promise.resolve(disableAlertBeforeUnload?.({ fail: nothing })).catch(nothing)
    }
  }, [unsaved, message])
}
