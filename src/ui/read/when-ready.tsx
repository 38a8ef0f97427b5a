import type { ReactNode } from 'react'
import { callErrorOf } from '../../services/wire/reply'
import type { CallCode } from '../../services/wire/reply'
import { go, goBack, paths } from '../../services/pages/paths'
import { Button } from '../act/button'
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

interface Props<Data> {
  query: Asked<Data>
  words?: string
  /** Where to go instead, when what was asked for does not exist: asking again would not bring it. */
  instead?: ReactNode
  children: (data: Data) => ReactNode
}

/** Waits with words; then shows the answer, or the kept one with its date, or why there is none. */
export function WhenReady<Data>({ query, words, instead, children }: Props<Data>) {
  const { data, error, isFetching, refetch } = query
  if (error && (data === undefined || refused(error))) {
    return (
      <Trouble error={error}>
        <WayOn
          code={callErrorOf(error)?.code}
          instead={instead}
          busy={isFetching && '正在再试…'}
          again={() => {
            void refetch()
          }}
        />
      </Trouble>
    )
  }
  if (data === undefined) return <Waiting words={words} />
  return (
    <>
      <KeptLine query={query} />
      {children(data)}
    </>
  )
}

/** What helps: signing in, another place, or asking once more. */
function WayOn({
  code,
  instead,
  busy,
  again,
}: {
  code: CallCode | undefined
  instead: ReactNode
  busy: string | false
  again: () => void
}) {
  if (code === 'sign-in')
    return (
      <Button id="sign-in" onPress={() => go(paths.me())}>
        去登录
      </Button>
    )
  if (code === 'not-found' || code === 'not-allowed')
    return (
      <>
        {instead}
        <Button id="go-back" kind={instead ? 'quiet' : 'main'} onPress={goBack}>
          返回
        </Button>
      </>
    )
  return (
    <Button id="retry" busy={busy} onPress={again}>
      再试一次
    </Button>
  )
}

/** The server's answer is no: then what was kept is no longer this person's to see. */
const refused = (error: Error): boolean => ['sign-in', 'not-allowed', 'not-found'].includes(callErrorOf(error)?.code ?? '')
