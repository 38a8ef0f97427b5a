import { View } from '@tarojs/components'
import { pressable } from '../../../ui/act/press'
import { stepsFor } from './sizes'
import { setReading, useReading } from './use-reading'

/** Text sizes to tap, each drawn in its own size; the whole page is the live sample. */
export function SizeSteps() {
  const reading = useReading()
  return (
    <>
      <View className="sizes" role="radiogroup" aria-label="字的大小">
        {stepsFor(reading.elder).map((text) => (
          <View
            key={text}
            {...pressable('radio')}
            id={`size-${text}`}
            className={`sizes__step${text === reading.text ? ' sizes__step--chosen' : ''}`}
            style={{ fontSize: `${text}px` }}
            aria-checked={text === reading.text}
            aria-label={`${text} 号字`}
            onClick={() => setReading({ ...reading, text })}
          >
            字
          </View>
        ))}
      </View>
      <View className="sizes__sample">看看这行字：清不清楚？不清楚就点大一号。</View>
    </>
  )
}
