import { useState } from 'react'
import { View } from '@tarojs/components'
import { invitationCodeLength, readInvitationCode } from '#domain/access/invitation-code'
import { asCrockford } from '#domain/text/crockford'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { TextField } from '../../../ui/act/text-field'
import { WhenReady } from '../../../ui/read/when-ready'
import { SuggestionStatus } from './suggestion-status'
import { useSuggestion } from './use-suggestions'

/** By the receipt, however it is typed, to what became of a suggestion. What was typed stays. */
export function FindSuggestion({ receipt: first }: { receipt: string }) {
  const [typed, setTyped] = useState(first)
  const [receipt, setReceipt] = useState<string>(readInvitationCode(first) ?? '')
  const [fault, setFault] = useState<string>()
  const query = useSuggestion(receipt)
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
            id="suggestion-receipt"
            label="回执号（12 位，大小写都行）"
            example="ABCD EFGH JKMN"
            value={typed}
            maxLength={40}
            onChange={setTyped}
            onDone={press}
          />
          <Button id="find-suggestion" busy={query.isFetching && '正在查…'} onPress={press}>
            查答复
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
          {(found) => <SuggestionStatus found={found} />}
        </WhenReady>
      )}
    </>
  )
}
