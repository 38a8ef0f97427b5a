import { useState } from 'react'
import { go, paths } from '../../../services/pages/paths'
import type { Draft, Sealed } from '../../../services/keep/report-drafts'
import { keepDraft, keepProgress } from '../../../services/keep/report-drafts'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'
import { DemoNotice } from './demo-notice'
import { HonestWords } from './honest-words'
import { ReceiptCard } from './receipt-card'
import { ReportForm } from './report-form'
import { Sending } from './sending'
import { SentWords } from './sent-words'
import { TalkInstead } from './talk-instead'
import { Unsent } from './unsent'

type Stage =
  | { at: 'writing' }
  | { at: 'noting'; sealed: Sealed; kept: boolean; receipt: string }
  | { at: 'sending'; sealed: Sealed; kept: boolean }
  | { at: 'sent'; action: Draft['action'] }

/** From the first word to “送到了”: written, sealed, receipt noted, sent. What is written and the receipt live on this page only. */
export function WriteReport() {
  const [stage, setStage] = useState<Stage>({ at: 'writing' })
  const sent = (action: Draft['action']) => setStage({ at: 'sent', action })
  const noted = (sealed: Sealed, kept: boolean) => {
    Object.assign(sealed, { draft: { ...sealed.draft, noted: true } })
    if (kept) keepProgress(sealed.draft)
    setStage({ at: 'sending', sealed, kept })
  }
  if (stage.at === 'noting') return <ReceiptCard receipt={stage.receipt} onNoted={() => noted(stage.sealed, stage.kept)} />
  if (stage.at === 'sending')
    return <Sending sealed={stage.sealed} kept={stage.kept} onDone={() => sent('submit')} onDropped={() => setStage({ at: 'writing' })} />
  if (stage.at === 'sent') return <SentWords action={stage.action} />
  return (
    <Unsent onSent={sent}>
      <DemoNotice />
      <HonestWords />
      <Card>
        <Row id="see-answers" note="以前举报过的，看答复、再补充" onPress={() => go(paths.track)}>
          凭回执号看答复
        </Row>
      </Card>
      <ReportForm onSealed={(receipt, sealed) => setStage({ at: 'noting', receipt, sealed, kept: keepDraft(sealed) })} />
      <TalkInstead />
    </Unsent>
  )
}
