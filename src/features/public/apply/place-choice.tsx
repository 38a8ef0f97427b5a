import { useState } from 'react'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/act/choices'
import { Link } from '../../../ui/act/link'
import { WhenReady } from '../../../ui/read/when-ready'
import { useApplyForm } from './use-apply'

interface Props {
  name: string
  wrong: string | undefined
  onChoose: (code: string, name: string) => void
}

/** Where one lives: known from the poster, or first the town and then the village. What is chosen takes one line. */
export function PlaceChoice({ name, wrong, onChoose }: Props) {
  const [town, setTown] = useState('')
  const form = useApplyForm(town)
  if (name !== '')
    return (
      <View id="apply-where" className="about-place">
        <View>{`住在：${name}`}</View>
        <Link id="apply-elsewhere" onPress={() => onChoose('', '')}>
          不是这里，换一个
        </Link>
      </View>
    )
  return (
    <WhenReady query={form}>
      {({ towns, villages }) => {
        const chosen = towns.find(({ id }) => id === town)
        if (!chosen)
          return (
            <Choices
              id="apply-place"
              label="住在哪个乡镇？"
              options={towns.map(({ id, name: label }) => ({ id, label }))}
              chosen={[]}
              wrong={wrong}
              onPress={setTown}
            />
          )
        return (
          <>
            <Choices
              id="apply-place"
              label={`${chosen.name}的哪个村？`}
              options={villages.map(({ id, name: label }) => ({ id, label }))}
              chosen={[]}
              wrong={wrong}
              onPress={(id) => onChoose(id, chosen.name + (villages.find((one) => one.id === id)?.name ?? ''))}
            />
            <Link id="apply-other-town" onPress={() => setTown('')}>
              换一个乡镇
            </Link>
          </>
        )
      }}
    </WhenReady>
  )
}
