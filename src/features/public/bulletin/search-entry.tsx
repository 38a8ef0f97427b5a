import { View } from '@tarojs/components'
import { go, paths } from '../../../services/pages/paths'
import { pressable } from '../../../ui/act/press'

/** Looks like a field to write in and leads to the page that has one. */
export const SearchEntry = () => (
  <View {...pressable('link')} id="search-entry" className="search-entry" onClick={() => go(paths.search())}>
    <View className="search-entry__glass" aria-hidden="true" />
    找一找：低保、看病、上学…
  </View>
)
