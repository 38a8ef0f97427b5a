import { useEffect, useState } from 'react'

/** Milliseconds until an instant, looked at every few seconds. */
export function useTimeLeft(until: number): number {
  const [left, setLeft] = useState(() => until - Date.now())
  useEffect(() => {
    const timer = setInterval(() => setLeft(until - Date.now()), 2_000)
    return () => clearInterval(timer)
  }, [until])
  return left
}
