import { View } from '@tarojs/components'

/** A code to show or to dictate, in groups that stay whole: 482 913, ABCD EFGH JKMN. */
export const BigCode = ({ id, groups }: { id: string; groups: readonly string[] }) => (
  <View id={id} className="big-code" role="img" aria-label={groups.join('').split('').join(' ')}>
    {groups.map((group, i) => (
      <View key={i} className="big-code__group">
        {group}
      </View>
    ))}
  </View>
)
