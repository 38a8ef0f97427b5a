import { View } from '@tarojs/components'
import type { Headline } from '#domain/money/ledger'
import { Mark } from '../../../ui/read/status'

/** First what has come, large; then what is missing, why, and where to go, in the warm accent; then what is on its way and what is due. */
export const HeadlineWords = ({ of: { standing, cameFen, came, missing, advice, underway, due } }: { of: Headline }) => (
  <View id="headline">
    <View className="headline__came">
      {standing !== 'nothing' && <Mark kind={cameFen > 0 ? 'done' : 'waiting'} />}
      <View className={came.length > 11 ? 'headline__sum headline__sum--long' : 'headline__sum'}>{came}</View>
    </View>
    {missing.map((sentence, i) => (
      <View key={sentence} className="headline__missing">
        <Mark kind="needs-you" />
        <View>
          <View className="headline__short">{sentence}</View>
          {i === missing.length - 1 && advice.map((one) => <View key={one}>{one}</View>)}
        </View>
      </View>
    ))}
    {[...underway, ...due].map((sentence) => (
      <View key={sentence} className="headline__more">
        {sentence}
      </View>
    ))}
  </View>
)
