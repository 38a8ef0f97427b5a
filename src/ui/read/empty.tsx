import { View } from '@tarojs/components'

/** An empty list says what will appear in it and what to do. */
export const Empty = ({ children }: { children: string }) => <View className="empty">{children}</View>
