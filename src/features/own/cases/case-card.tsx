import { View } from '@tarojs/components'
import type { ToldCase } from '#contract/call/told-case'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { SpeakButton } from '../../../ui/act/speak-button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { Status, type StatusKind } from '../../../ui/read/status'
import { Timeline } from '../../../ui/read/timeline'
import { AppealForm } from './appeal-form'

const kinds: Record<ToldCase['standing'], StatusKind> = { going: 'waiting', told: 'needs-you', done: 'done', over: 'neither' }

/** Where one case stands, in the household's words; taken off the register, why and what can be done about it. */
export function CaseCard({ told, proxyId }: { told: ToldCase; proxyId: string | undefined }) {
  const { id, title, standing, now, wholeDueOn, steps, appeal } = told
  const day = today()
  return (
    <Card title={title}>
      <View id={`case-${id}`} role="status">
        <Status kind={kinds[standing]} words={now} />
      </View>
      {wholeDueOn !== undefined && <View className="row__note">{`整件事最迟${sayDay(wholeDueOn, day)}有结果`}</View>}
      {told.told.length > 0 && (
        <View className="below">
          <Notice kind={appeal ? 'needs-you' : 'plain'}>
            {told.told.map((sentence) => (
              <View key={sentence} className="case__told">
                {sentence}
              </View>
            ))}
          </Notice>
        </View>
      )}
      <SpeakButton sentences={[`${title}。`, `${now}。`, ...told.told]} />
      {appeal && <AppealForm id={id} proxyId={proxyId} until={appeal.until} />}
      <Timeline steps={steps.map(({ on, what, words }) => ({ when: sayDay(on, day), what, words }))} />
    </Card>
  )
}
