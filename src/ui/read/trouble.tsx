import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { CallCode } from '../../services/wire/reply'
import { callErrorOf } from '../../services/wire/reply'
import { Heading } from './heading'

const titles: Partial<Record<CallCode, string>> = {
  offline: '没有网络',
  slow: '网络太慢',
  unreachable: '暂时打不开',
  'sign-in': '要先登录',
  'not-allowed': '这里只给该看的人看',
  'not-found': '没有找到',
}

/** Why something is not there, in the words of whoever said no, and what to do. */
export function Trouble({ error, children }: { error: Error; children?: ReactNode }) {
  const known = callErrorOf(error)
  return (
    <View className="trouble" role="alert">
      <Heading level={2}>{(known && titles[known.code]) ?? '暂时打不开'}</Heading>
      <View className="trouble__words">{known?.message ?? '这一页没能打开。请回首页再进来一次。'}</View>
      {children}
    </View>
  )
}
