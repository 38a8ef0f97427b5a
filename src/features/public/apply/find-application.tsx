import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ApplicationStatus } from '#contract/bulletin/apply'
import { invitationCodeLength, readInvitationCode } from '#domain/access/invitation-code'
import { asCrockford } from '#domain/text/crockford'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { TextField } from '../../../ui/act/text-field'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { Status, type StatusKind } from '../../../ui/read/status'
import { Timeline } from '../../../ui/read/timeline'
import { WhenReady } from '../../../ui/read/when-ready'
import { useApplication } from './use-apply'

/** By the receipt, however it is typed, to how far an application is. What was typed stays. */
export function FindApplication({ receipt: first }: { receipt: string }) {
  const [typed, setTyped] = useState(first)
  const [receipt, setReceipt] = useState<string>(readInvitationCode(first) ?? '')
  const [fault, setFault] = useState<string>()
  const query = useApplication(receipt)
  const press = () => {
    const read = readInvitationCode(typed)
    setFault(read ? undefined : `回执号是 ${invitationCodeLength} 位字母和数字，现在有 ${asCrockford(typed).length} 位。请对照着再看一遍。`)
    if (read === receipt) void query.refetch()
    else setReceipt(read ?? '')
  }
  return (
    <>
      <Card>
        <View className="choices">
          <TextField
            id="application-receipt"
            label="回执号（12 位，大小写都行）"
            example="ABCD EFGH JKMN"
            value={typed}
            maxLength={40}
            onChange={setTyped}
            onDone={press}
          />
          <Button id="find-application" busy={query.isFetching && '正在查…'} onPress={press}>
            看办到哪一步
          </Button>
          {fault !== undefined && (
            <Notice id="receipt-fault" kind="wrong">
              {fault}
            </Notice>
          )}
        </View>
      </Card>
      {receipt !== '' && (
        <WhenReady query={query} words="正在查…">
          {(found) => <Found found={found} />}
        </WhenReady>
      )}
    </>
  )
}

const kinds: Record<ApplicationStatus['told']['standing'], StatusKind> = {
  going: 'waiting',
  told: 'neither',
  done: 'done',
  over: 'neither',
}

function Found({ found: { told } }: { found: ApplicationStatus }) {
  const { title, standing, now, wholeDueOn, steps } = told
  return (
    <Card title={title}>
      <View id="application-state" role="status">
        <Status kind={kinds[standing]} words={now} />
      </View>
      {wholeDueOn !== undefined && <View className="row__note">{`整件事最迟${sayDay(wholeDueOn, today())}有结果`}</View>}
      <Timeline steps={steps.map(({ on, what, words }) => ({ when: sayDay(on, today()), what, words }))} />
    </Card>
  )
}
