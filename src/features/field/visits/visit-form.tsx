import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { dropDraft, keepDraft } from '../../../services/outbox/draft'
import type { Entry, Written } from '../../../services/outbox/entry'
import { useKeepVisit } from '../../../services/outbox/use-outbox'
import { inParts } from '../../../services/outbox/visit-photos'
import type { Photo } from '../../../services/photo/photo-without-data'
import { Button } from '../../../ui/act/button'
import { TextArea } from '../../../ui/act/text-area'
import { TextField } from '../../../ui/act/text-field'
import { PhotoPicker } from '../../../ui/photos/photo-picker'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'
import { FieldInput } from './field-input'
import { NeedsInput } from './needs-input'
import { RoomLeft } from './room-left'
import { contentOf, visitFault, type Asked, type VisitDraft } from './visit-draft'

interface Props {
  /** Under which what is typed is kept. */
  of: string
  asked: readonly Asked[]
  start: VisitDraft
  home: Entry['home']
  /** What of the visit is settled before anything is written. */
  base: Pick<Written, 'householdId' | 'purpose' | 'consent' | 'on' | 'phoneAt' | 'seconds' | 'takingId'>
  /** The visit that is put right. */
  mends?: Entry
  onKept: () => void
}

const mostPhotos = 3

/** What was known, to be confirmed in one tap or changed; needs heard; photos. It is kept on the phone first, and sent from there. */
export function VisitForm({ of, asked, start, home, base, mends, onKept }: Props) {
  const [draft, setDraft] = useState(start)
  const [photos, setPhotos] = useState<Photo[]>([])
  const { tell, at } = useFault()
  const keep = useKeepVisit()
  const began = useRef(Date.now())
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const write = (part: Partial<VisitDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    tell(undefined)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      keepDraft(of, next).catch(() => undefined)
    }, 400)
  }
  const press = (unchanged: boolean) => {
    if (keep.isPending) return
    const wrong = visitFault(asked, draft, unchanged)
    tell(wrong)
    if (wrong) return
    clearTimeout(timer.current)
    const seconds = Math.min(86_400, base.seconds + Math.round((Date.now() - began.current) / 1000))
    keep.mutate(
      {
        ...(mends && { id: mends.id }),
        ...{ visit: { ...base, seconds, ...contentOf(asked, draft, unchanged) }, home },
        photos: photos.map(({ bytes }) => inParts(bytes)),
      },
      {
        onSuccess: () => {
          void dropDraft()
          onKept()
        },
      },
    )
  }
  const busy = keep.isPending && '正在封好存下…'
  const placesLeft = mostPhotos - (mends?.photos.length ?? 0)
  return (
    <Card title={mends ? '改这次走访' : '这次走访'}>
      <View className="choices">
        <TextField
          id="visit-met"
          label="见到谁"
          example="本人、老伴；没人在家就写没人在家"
          value={draft.met}
          maxLength={40}
          wrong={at('visit-met')}
          onChange={(met) => write({ met })}
        />
        <Button id="visit-unchanged" kind="second" busy={busy} onPress={() => press(true)}>
          无变化，记下
        </Button>
        <View className="choices__words">有变化的，改那一项；没问到的不用动。</View>
        {asked.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            value={draft.values[field.id] ?? ''}
            wrong={at(`visit-${field.id}`)}
            onChange={(value) => write({ values: { ...draft.values, [field.id]: value } })}
          />
        ))}
        <TextArea
          id="visit-talked"
          label="谈了什么（可以不写）"
          example="例如：问了药费，说了医保怎么报"
          value={draft.talked}
          wrong={at('visit-talked')}
          onChange={(talked) => write({ talked })}
        />
        <NeedsInput heard={draft.heard} at={at} onChange={(heard) => write({ heard })} />
        {mends && mends.photos.length > 0 && <View className="choices__words">{`原来的 ${mends.photos.length} 张照片还在里面。`}</View>}
        {placesLeft > 0 && <PhotoPicker photos={photos} most={placesLeft} without="不放照片也能记，写的还在。" onChange={setPhotos} />}
        <RoomLeft />
        <Button id="visit-keep" busy={busy} onPress={() => press(false)}>
          记下这次走访
        </Button>
        {keep.error && <Notice id="visit-trouble" kind="wrong">{`还没有存下。${keep.error.message}`}</Notice>}
      </View>
    </Card>
  )
}
