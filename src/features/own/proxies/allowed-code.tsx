import { View } from '@tarojs/components'
import { useMutation } from '@tanstack/react-query'
import { groupInvitationCode } from '#domain/access/invitation-code'
import { copyText } from '../../../services/share/clipboard'
import { sayMoment } from '../../../services/wire/clock'
import { BigCode } from '../../../ui/read/big-code'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import type { Allowed } from './use-proxies'

/** The code for the relative, shown once. */
export function AllowedCode({ allowed: { proxy, code, codeUntil } }: { allowed: Allowed }) {
  const copy = useMutation({ mutationFn: () => copyText(groupInvitationCode(code)) })
  return (
    <Card title={`给${proxy.name}的登录码`}>
      <BigCode id="proxy-code" groups={groupInvitationCode(code).split('-')} />
      <View className="choices">
        <View className="choices__words">{`${sayMoment(Date.parse(codeUntil))}前在家人手机的“我的”里输入，只用一次。这个码只显示这一次，请现在念给${proxy.relation}听，或复制了发过去，别给外人。`}</View>
        {copy.isSuccess && <Notice id="code-copied">已经复制，可以粘贴到聊天里发给家人。</Notice>}
        <Button id="copy-code" kind="second" onPress={() => copy.mutate()}>
          复制登录码
        </Button>
        {copy.error && <Notice kind="wrong">这部手机不让复制。请照着上面念给家人听。</Notice>}
      </View>
    </Card>
  )
}
