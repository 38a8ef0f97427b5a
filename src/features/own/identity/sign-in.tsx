import { useState } from 'react'
import { View } from '@tarojs/components'
import { go, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Link } from '../../../ui/act/link'
import { Notice } from '../../../ui/read/notice'
import { TextField } from '../../../ui/act/text-field'
import { cleanSignInCode, signInCodeFault } from './sign-in-code'
import { useRedeem } from './use-me'

/** Signing in with the code that the village office hands over. What was typed stays when it fails. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const redeem = useRedeem(onSignedIn)
  const trouble = fault ?? redeem.error?.message
  const press = () => {
    if (redeem.isPending) return
    const code = cleanSignInCode(typed)
    const wrong = signInCodeFault(code)
    setFault(wrong)
    if (!wrong) redeem.mutate(code)
  }
  return (
    <Card title="登录">
      <View className="choices">
        <View className="choices__words">
          带身份证到村便民服务中心，领一张写着登录码的纸条。家人让您看他家、给了您登录码，也在这里输。登录码过了写着的时间就不能用了，只用一次。
        </View>
        <TextField
          id="redeem-code"
          label="登录码（12 位）"
          example="ABCD-EFGH-JKMN"
          value={typed}
          maxLength={40}
          onChange={setTyped}
          onDone={press}
        />
        <Button id="redeem" busy={redeem.isPending && '正在登录…'} onPress={press}>
          登录
        </Button>
        {trouble !== undefined && (
          <Notice id="redeem-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
        <Link id="privacy-first" onPress={() => go(paths.privacy)}>
          登录前先看隐私说明
        </Link>
      </View>
    </Card>
  )
}
