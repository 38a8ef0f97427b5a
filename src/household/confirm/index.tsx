import { useRouter } from '@tarojs/taro'
import { readCodeToken } from '#domain/access/code-token'
import { Confirm } from '../../features/own/binding/confirm'
import { Screen } from '../../features/public/reading/screen'
import { BadCode } from '../../features/public/scan-code/bad-code'
import '../household.scss'

export default function ConfirmPage() {
  const token = readCodeToken(useRouter().params['token'] ?? '')
  return <Screen title="给本人绑定手机">{token ? <Confirm token={token} /> : <BadCode />}</Screen>
}
