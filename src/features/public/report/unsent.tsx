import type { ReactNode } from 'react'
import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Draft, Sealed } from '../../../services/keep/report-drafts'
import { readDraft } from '../../../services/keep/report-drafts'
import { Notice } from '../../../ui/read/notice'
import { Sending } from './sending'
import { UnsentDraft } from './unsent-draft'

type State = { at: 'none' | 'sent' } | { at: 'waiting' | 'going'; sealed: Sealed }

interface Props {
  /** Where more is to be said than that it has arrived, and nobody is writing. */
  onSent?: (action: Draft['action']) => void
  children?: ReactNode
}

/**
 * What was sealed on this phone and not sent to the end comes first; the phone has room for one. What stands below waits for it, unless it
 * was there before and somebody may be writing in it.
 */
export function Unsent({ onSent, children }: Props) {
  const [state, setState] = useState<State>(look)
  const [cameFirst] = useState(state.at === 'waiting')
  useDidShow(() => setState((now) => (now.at === 'waiting' || now.at === 'going' ? now : look(now))))
  const pending = state.at === 'waiting' || state.at === 'going'
  const done = (action: Draft['action']) => {
    setState({ at: 'sent' })
    if (cameFirst) onSent?.(action)
  }
  return (
    <>
      {state.at === 'waiting' && (
        <UnsentDraft sealed={state.sealed} onGo={() => setState({ ...state, at: 'going' })} onDropped={() => setState({ at: 'none' })} />
      )}
      {state.at === 'going' && (
        <Sending sealed={state.sealed} kept onDone={() => done(state.sealed.draft.action)} onDropped={() => setState({ at: 'none' })} />
      )}
      {state.at === 'sent' && <Notice id="unsent-sent">送到了。</Notice>}
      {!(pending && cameFirst) && children}
    </>
  )
}

function look(otherwise: State = { at: 'none' }): State {
  const sealed = readDraft()
  return sealed ? { at: 'waiting', sealed } : otherwise
}
