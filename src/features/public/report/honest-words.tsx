import { View } from '@tarojs/components'
import { Card } from '../../../ui/read/card'

/** What is and is not anonymous, in three sentences, before the first field. */
const sentences = [
  '我们不知道您是谁：不用登录，不记姓名、电话、账号和网络地址，只记哪一天收到；您写的在这部手机上封好，只有收件的机关打得开。',
  '有些藏不住：手机、微信或支付宝、电信公司看得到有人打开过这一页，只有您知道的细节也会让人猜出是您。',
  '封好后给您一个回执号，只有您有，丢了谁也找不回；请用自己的手机和流量，不要连单位的网，看完把记录清掉。',
]

export const HonestWords = () => (
  <Card title="写之前，先说清楚">
    {sentences.map((sentence) => (
      <View key={sentence} className="honest">
        {sentence}
      </View>
    ))}
  </Card>
)
