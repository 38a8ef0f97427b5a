import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Photo } from '../../../services/photo/photo-without-data'
import { county } from '../../../services/built-in/county'
import type { Sealed } from '../../../services/keep/report-drafts'
import { useUnsaved } from '../../../services/keep/unsaved'
import { mostPhotos } from '#domain/sealing/sizes'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Choices } from '../../../ui/act/choices'
import { Notice } from '../../../ui/read/notice'
import { TextField } from '../../../ui/act/text-field'
import { useFault } from '../../../ui/read/use-fault'
import { OfficeChoice } from './office-choice'
import { PhotoPicker } from '../../../ui/photos/photo-picker'
import type { Written } from './report-fields'
import { blank, longest, nextLevel, officeFor, reportFault, withoutPhotos } from './report-fields'
import { sealReport } from './seal'
import { TownChoice } from './town-choice'
import { useSealing } from './use-sealing'
import { WhatField } from './what-field'

const { subjects, categories } = county.reports
const kinds = categories.map(({ id, label, hint }) => ({ id, label: `${label}：${hint}` }))

/** What happened, to whom, where. Nothing of it leaves this page but sealed, and it is gone from here as soon as it is. */
export function ReportForm({ onSealed }: { onSealed: (receipt: string, sealed: Sealed) => void }) {
  const [written, setWritten] = useState<Written>(blank)
  const [photos, setPhotos] = useState<Photo[]>([])
  const [chosen, choose] = useState('')
  const { busy, trouble, setTrouble, seal } = useSealing()
  const { tell, at } = useFault()
  useUnsaved(photos.length > 0 || Object.values<string>({ ...written }).some((words) => words !== ''))
  const put = (field: keyof Written) => (value: string) => {
    setWritten((before) => ({ ...before, [field]: value }))
    if (at(field)) tell(undefined)
  }
  const office = officeFor(written)
  const above = nextLevel(written)
  const press = () => {
    const fault = reportFault(written, chosen)
    tell(fault)
    setTrouble(undefined)
    if (fault !== undefined || !office) return
    void seal(async (onStep) => {
      const { receipt, sealed } = await sealReport(
        written,
        photos.map(({ bytes }) => bytes),
        above?.id === chosen ? above : office,
        onStep,
      )
      onSealed(receipt, sealed)
    })
  }
  return (
    <Card title="写举报">
      <View className="choices">
        <Choices
          id="subject"
          label="举报的是谁？"
          options={subjects}
          chosen={[written.subject]}
          wrong={at('subject')}
          onPress={put('subject')}
        />
        <Choices
          id="category"
          label="是哪一类事？"
          options={kinds}
          chosen={[written.category]}
          wrong={at('category')}
          onPress={put('category')}
        />
        <TownChoice chosen={written.town} wrong={at('town')} onChoose={put('town')} />
        <TextField
          id="village"
          label="哪个村、哪个单位？（可以不写）"
          example="例如：武阳村"
          value={written.village}
          maxLength={longest.line}
          onChange={put('village')}
        />
        <TextField
          id="when"
          label="什么时候的事？（可以不写）"
          example="例如：今年三月"
          value={written.when}
          maxLength={longest.line}
          onChange={put('when')}
        />
        <WhatField
          id="what"
          label="发生了什么？"
          example="谁，做了什么，多少钱，还有谁知道"
          value={written.what}
          wrong={at('what')}
          onChange={put('what')}
        />
        <PhotoPicker photos={photos} most={mostPhotos} without={withoutPhotos} onChange={setPhotos} />
        {office && (
          <OfficeChoice
            office={office}
            above={above}
            chosen={chosen}
            wrong={at('office')}
            onChoose={(id) => {
              choose(id)
              tell(undefined)
            }}
          />
        )}
        <Button id="seal" busy={busy} onPress={press}>
          封好
        </Button>
        {trouble !== undefined && (
          <Notice id="report-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
        <View className="footnote">封好以后，连这部手机也打不开。先给您看回执号，再送。</View>
      </View>
    </Card>
  )
}
