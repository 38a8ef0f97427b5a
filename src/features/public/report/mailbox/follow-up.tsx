import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ReportOffice } from '#domain/county/report-rules'
import type { Photo } from '../../../../services/photo/photo-without-data'
import type { Sealed } from '../../../../services/keep/report-drafts'
import { keepDraft } from '../../../../services/keep/report-drafts'
import { useUnsaved } from '../../../../services/keep/unsaved'
import { mostPhotos } from '#domain/sealing/sizes'
import { Button } from '../../../../ui/act/button'
import { Card } from '../../../../ui/read/card'
import { Notice } from '../../../../ui/read/notice'
import { useFault } from '../../../../ui/read/use-fault'
import { PhotoPicker } from '../../../../ui/photos/photo-picker'
import { whatFault, withoutPhotos } from '../report-fields'
import { sealFollowUp } from '../seal'
import { Sending } from '../sending'
import { Unsent } from '../unsent'
import { useSealing } from '../use-sealing'
import { WhatField } from '../what-field'

/** `office`: who has it now. */
interface Props {
  mailbox: string
  office: ReportOffice
}

/** Something to add, sealed and sent as the report itself was. */
export function FollowUp(props: Props) {
  const [sending, setSending] = useState<{ sealed: Sealed; kept: boolean }>()
  const [sent, setSent] = useState(false)
  if (sending)
    return (
      <Sending
        {...sending}
        onDone={() => {
          setSent(true)
          setSending(undefined)
        }}
        onDropped={() => setSending(undefined)}
      />
    )
  return (
    <Unsent>
      {sent && <Notice id="follow-sent">补充送到了，已经封好。</Notice>}
      <FollowUpForm
        {...props}
        onSealed={(sealed) => {
          setSent(false)
          setSending({ sealed, kept: keepDraft(sealed) })
        }}
      />
    </Unsent>
  )
}

function FollowUpForm({ mailbox, office, onSealed }: Props & { onSealed: (sealed: Sealed) => void }) {
  const [what, setWhat] = useState('')
  const [photos, setPhotos] = useState<Photo[]>([])
  const { busy, trouble, setTrouble, seal } = useSealing()
  const { tell, at } = useFault()
  useUnsaved(photos.length > 0 || what !== '')
  const press = () => {
    const fault = whatFault(what)
    tell(fault === undefined ? undefined : { field: 'follow-what', words: fault })
    setTrouble(undefined)
    if (fault !== undefined) return
    void seal(async (onStep) => {
      const sealed = await sealFollowUp(
        what,
        photos.map(({ bytes }) => bytes),
        mailbox,
        office,
        onStep,
      )
      onSealed(sealed)
    })
  }
  return (
    <Card title="还要补充？">
      <View className="choices">
        <WhatField
          id="follow-what"
          label="补充什么？"
          example="想起来的、又看到的、回答办案机关的问题"
          value={what}
          wrong={at('follow-what')}
          onChange={(words) => {
            setWhat(words)
            tell(undefined)
          }}
        />
        <PhotoPicker photos={photos} most={mostPhotos} without={withoutPhotos} onChange={setPhotos} />
        <Button id="follow" busy={busy} onPress={press}>
          封好，送出去
        </Button>
        {trouble !== undefined && (
          <Notice id="follow-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
      </View>
    </Card>
  )
}
