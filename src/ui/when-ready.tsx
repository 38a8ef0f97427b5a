import type { ReactNode } from 'react'
import { callErrorOf } from '../services/call'
import { go, paths } from '../services/paths'
import { Button } from './button'
import { KeptLine } from './kept-line'
import { Trouble } from './trouble'
import { Waiting } from './waiting'

/** What this piece needs to know of a query. */
interface Asked<Data> {
  data: Data | undefined
  error: Error | null
  dataUpdatedAt: number
  isFetching: boolean
  refetch: () => unknown
}

interface Props<Data> { query: Asked<Data>; words?: string; children: (data: Data) => ReactNode }

/** Waits with words; then shows the answer, or the kept one with its date, or why there is none. */
export function WhenReady<Data>({ query, words, children }: Props<Data>) {
  const { data, error, isFetching, refetch } = query
  if (error && (data === undefined || refused(error))) {
    return (
      <Trouble error={error}>
        {callErrorOf(error)?.code === 'sign-in'
          ? <Button id="sign-in" onPress={() => go(paths.me())}>去登录</Button>
          : <Button id="retry" busy={isFetching && '正在再试…'} onPress={() => { void refetch() }}>再试一次</Button>}
      </Trouble>
    )
  }
  if (data === undefined) return <Waiting words={words} />
  return <><KeptLine query={query} />{children(data)}</>
}

/** The server's answer is no: then what was kept is no longer this person's to see. */
const refused = (error: Error): boolean => ['sign-in', 'not-allowed', 'not-found'].includes(callErrorOf(error)?.code ?? '')
