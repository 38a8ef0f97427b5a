import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StrangerPage } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { go, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { HelpLine } from '../../../ui/read/help-line'
import { Link } from '../../../ui/act/link'
import { PublicRows } from '../../../ui/read/public-rows'

/** Behind a code that is not yours, unknown or revoked: always this very page, so that codes cannot be probed. */
export function StrangerWelcome({ page: { county }, token }: { page: StrangerPage; token: CodeToken }) {
  const [family, setFamily] = useState(false)
  const signIn = () => go(paths.me(token))
  return (
    <>
      <View className="welcome">
        <Heading level={1}>{`这是${county.name}的小康码`}</Heading>
        <View className="welcome__words">
          {family ? '有两个办法，选一个就行。' : '码里没有个人信息。是本人或家人，登录后才能看到自家情况。'}
        </View>
        {family ? (
          <>
            <Button id="bind-myself" onPress={() => go(paths.bind(token))}>
              我自己绑定（要网格员当面核对）
            </Button>
            <Button id="have-code" kind="second" onPress={signIn}>
              我有村里给的登录码
            </Button>
            <Link onPress={() => setFamily(false)}>返回上一步</Link>
          </>
        ) : (
          <>
            <Button id="i-am-family" onPress={() => setFamily(true)}>
              我是本人或家人
            </Button>
            <Button id="i-am-worker" kind="second" onPress={signIn}>
              我是网格员 / 帮扶干部
            </Button>
          </>
        )}
      </View>
      <Card title="不登录也可以">
        <PublicRows />
      </Card>
      <HelpLine {...county.helpLine} />
      <View className="footnote">{county.lostCode}</View>
    </>
  )
}
