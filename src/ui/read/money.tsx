import type { Fen } from '#domain/money/money'
import { Text } from '@tarojs/components'
import { yuan } from '#domain/money/money'

/** An amount in 分 as 元, digits in columns. */
export const Money = ({ fen }: { fen: Fen }) => <Text className="money">{`${yuan(fen)} 元`}</Text>
