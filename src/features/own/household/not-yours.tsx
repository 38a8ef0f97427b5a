import { View } from '@tarojs/components'
import type { StrangerPage } from '#contract/household/actions'
import { goAnew, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { HelpLine } from '../../../ui/read/help-line'
import { PublicRows } from '../../../ui/read/public-rows'

/** Who is signed in, and has no claim to what lies behind this code. */
export type SignedIn = 'worker' | 'farmer' | 'officer'
export type Standing = SignedIn | 'nobody'

const words: Record<SignedIn, { title: string; what: string }> = {
  worker: {
    title: '这张码不归您看',
    what: '它不在您负责的村和户里，或者已经作废了。您已经登录，不用再登录。该归您管的，请找镇里管授权的人核对。',
  },
  farmer: {
    title: '这不是您家的码',
    what: '您已经登录，这张码看不到什么。自家的情况在首页；码是您家的，可能已经作废，到村便民服务中心免费换一张。',
  },
  officer: { title: '手机上不看农户', what: '您是部门的人。要查阅，请在单位内网的电脑上打开办公页面，凭授权看。' },
}

/**
 * For every code that is not the reader's to see alike: unknown, revoked, somebody else's. It says what the reader is, and
 * nothing of the code.
 */
export const NotYours = ({ as, page: { county } }: { as: SignedIn; page: StrangerPage }) => (
  <>
    <View className="welcome">
      <Heading level={1}>{words[as].title}</Heading>
      <View id="not-yours" className="welcome__words">
        {words[as].what}
      </View>
      <Button id="go-home" onPress={() => goAnew(paths.home)}>
        回首页
      </Button>
    </View>
    <Card>
      <PublicRows />
    </Card>
    <HelpLine {...county.helpLine} />
  </>
)
