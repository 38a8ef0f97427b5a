import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { callErrorOf } from '../services/call'
import { sayMoment } from '../services/clock'
import { Button } from './button'
import { Link } from './link'
import { Trouble } from './trouble'
import { Waiting } from './waiting'

/** What this piece needs to know of a query. */
export interface Asked<Data> {
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
  const again = () => { void refetch() }
  if (error && (data === undefined || refused(error))) {
    return (
      <Trouble error={error}>
        <Button id="retry" busy={isFetching && '正在再试…'} onPress={again}>再试一次</Button>
      </Trouble>
    )
  }
  if (data === undefined) return <Waiting words={words} />
  return (
    <>
      {error && (
        <View className="notice notice--plain kept" role="status">
          <View className="kept__words">{`${whyOld(error)}，这是 ${sayMoment(query.dataUpdatedAt)} 看到的内容`}</View>
          <Link id="retry" onPress={again}>{isFetching ? '正在再试…' : '再试一次'}</Link>
        </View>
      )}
      {children(data)}
    </>
  )
}

/** The server's answer is no: then what was kept is no longer this person's to see. */
const refused = (error: Error): boolean => ['sign-in', 'not-allowed', 'not-found'].includes(callErrorOf(error)?.code ?? '')

function whyOld(error: Error): string {
  const code = callErrorOf(error)?.code
  if (code === 'offline') return '没有网络'
  return code === 'slow' ? '网络太慢' : '县里的服务器没有回应'
}
