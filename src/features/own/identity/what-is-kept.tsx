import { View } from '@tarojs/components'
import { go, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'

const sentences = [
  '绑定手机时，只记下一个加密封存的编号，用来认出您的微信、支付宝或浏览器；不要密码，不拍照，不看通讯录，不定位。',
  '看过的内容留在这部手机里，没有网络也能看；退出登录，自家的内容就一起删掉。',
  '谁看过您家、什么时候、为什么看，每一次都记下来，没让看的也记；绑定以后，在“谁看过我的信息”里看得到。',
  '您写的更正和投诉、让家人看的安排，也会记下来。',
  '您提的意见和愿意留的电话会记下来，答复以后到期就删掉电话；不留名举报不记是谁。没送出去的意见、封好没送完的举报，只在这部手机里。',
]

/** What this programme keeps about a person, in a few plain sentences. */
export const WhatIsKept = () => (
  <Card title="这个程序记了我什么">
    {sentences.map((sentence) => (
      <View key={sentence} className="sentence">
        {sentence}
      </View>
    ))}
    <Row id="privacy" onPress={() => go(paths.privacy)}>
      隐私说明：存多久、谁能看、您的权利
    </Row>
  </Card>
)
