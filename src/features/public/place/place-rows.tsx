import { View } from '@tarojs/components'
import { go, goAnew, paths } from '../../../services/pages/paths'
import { reportsOpen } from '../../../services/built-in/reports-open'
import { pressable } from '../../../ui/act/press'

interface Props {
  id: string
  note: string
  onPress: () => void
  children: string
}

/** What the poster promises, in its order. A report is written without the place: nobody shall know where it was begun. */
export const PlaceRows = ({ place }: { place: string }) => (
  <View className="place-rows">
    <Big id="see-policy" note="谁能领、领多少、怎么领" onPress={() => go(paths.bulletin('policy'))}>
      看政策
    </Big>
    <Big id="suggest" note="有话就说，凭回执号看答复" onPress={() => go(paths.suggest(place))}>
      提意见
    </Big>
    <Big id="apply" note="填四样，凭回执号看办到哪一步" onPress={() => go(paths.apply(place))}>
      家里有困难，我要申请
    </Big>
    {reportsOpen && (
      <Big id="report" note="不用写名字，凭回执号看答复" onPress={() => goAnew(paths.report)}>
        我要举报
      </Big>
    )}
  </View>
)

const Big = ({ id, note, onPress, children }: Props) => (
  <View {...pressable('link')} id={id} className="place-rows__one" onClick={onPress}>
    <View className="row__words">
      <View className="place-rows__title">{children}</View>
      <View className="row__note">{note}</View>
    </View>
    <View className="row__arrow" aria-hidden="true" />
  </View>
)
