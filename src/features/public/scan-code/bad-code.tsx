import { View } from '@tarojs/components'
import { goAnew, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { PublicRows } from '../../../ui/read/public-rows'

/** For what is no code of ours. */
export const BadCode = () => (
  <>
    <View className="welcome" role="alert">
      <Heading level={1}>这不是小康码，或者没有扫全</Heading>
      <View id="bad-code" className="welcome__words">
        请把码放平、擦干净，再扫一次。码坏了、丢了，到村便民服务中心免费换。
      </View>
      <Button id="scan-again" onPress={() => goAnew(paths.home)}>
        回首页再扫一次
      </Button>
    </View>
    <Card title="不登录也可以">
      <PublicRows />
    </Card>
  </>
)
