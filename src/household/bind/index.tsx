import { useRouter } from '@tarojs/taro'
import { readCodeToken } from '#domain/code-token'
import { Bind } from '../../features/binding/bind'
import { Screen } from '../../features/reading/screen'
import { BadCode } from '../../features/scan-code/bad-code'

export default function BindPage() {
  const token = readCodeToken(useRouter().params['token'] ?? '')
  return <Screen title="绑定手机">{token ? <Bind token={token} /> : <BadCode />}</Screen>
}
