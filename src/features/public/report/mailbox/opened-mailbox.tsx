import { View } from '@tarojs/components'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../../services/wire/clock'
import { county } from '../../../../services/built-in/county'
import { Button } from '../../../../ui/act/button'
import { Card } from '../../../../ui/read/card'
import { Empty } from '../../../../ui/read/empty'
import { Notice } from '../../../../ui/read/notice'
import { AnswerCard, officeWithKey } from './answer-card'
import { FollowUp } from './follow-up'
import type { Mailbox } from './open-mailbox'

interface Props {
  mailbox: Mailbox
  busy: boolean
  trouble: string | undefined
  onOlder: () => void
  onForget: () => void
}

const { offices } = county.reports

/** The answers to one report, and room for more words, for the office that has it now: whom it was passed to, or who signed last. */
export function OpenedMailbox({ mailbox: { id, note, answers, more }, busy, trouble, onOlder, onForget }: Props) {
  const office = offices.find((one) => one.id === note.office)
  const signed = answers.find(({ by }) => by !== undefined)
  const inCharge = offices.find((one) => one.id === signed?.office) ?? officeWithKey(signed?.by) ?? office
  return (
    <>
      <Card title="您的举报">
        <View id="mailbox-note">{`${sayDay(note.day, today())}送到${office?.name ?? '办案机关'}`}</View>
        {answers.length === 0 && <Empty>还没有答复。办案机关写了以后，这里会有；过几天再来看。</Empty>}
      </Card>
      {answers.map((answer, i) => (
        <AnswerCard key={i} answer={answer} />
      ))}
      {trouble !== undefined && (
        <Notice id="older-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
      {more && (
        <View className="below-card">
          <Button id="older" kind="second" busy={busy && '正在打开…'} onPress={onOlder}>
            更早的答复
          </Button>
        </View>
      )}
      {inCharge && <FollowUp mailbox={id} office={inCharge} />}
      <View className="below-card">
        <Button id="forget" kind="quiet" onPress={onForget}>
          看完了，清掉
        </Button>
      </View>
      <View className="footnote">走开时清掉：按上面，或者离开这一页，这些字和回执号就不在手机上了。</View>
    </>
  )
}
