import type { MutableRefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Whether the piece that began something long still stands on the screen. */
export function useHere(): Readonly<MutableRefObject<boolean>> {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}
