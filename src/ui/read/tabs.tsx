import { View } from '@tarojs/components'
import { pressable } from '../act/press'

interface Props<Id extends string> {
  tabs: readonly { id: Id; label: string }[]
  chosen: Id
  onChoose: (id: Id) => void
}

export const Tabs = <Id extends string>({ tabs, chosen, onChoose }: Props<Id>) => (
  <View className="tabs" role="tablist">
    {tabs.map(({ id, label }) => (
      <View
        key={id}
        {...pressable('tab')}
        id={`tab-${id}`}
        className={`tabs__tab${id === chosen ? ' tabs__tab--chosen' : ''}`}
        aria-selected={id === chosen}
        onClick={() => onChoose(id)}
      >
        {label}
      </View>
    ))}
  </View>
)
