import { View } from '@tarojs/components'
import { Card } from '../../ui/card'

const sentences = [
  '登录时，只记下是谁在用这部手机；不要密码，不拍照，不看通讯录，不定位。',
  '看过的内容留在这部手机里，没有网络也能看；退出登录，自家的内容就一起删掉。',
  '工作人员每查一次您家，都会记下是谁、什么时候、为什么查。',
]

/** What this programme keeps about a person, in three plain sentences. */
export const WhatIsKept = () => (
  <Card title="这个程序记了我什么">
    {sentences.map((sentence) => <View key={sentence} className="sentence">{sentence}</View>)}
  </Card>
)
